using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes;

/// <summary>A node as admins see it.</summary>
public sealed record NodeView(
    long Id,
    string Name,
    string Region,
    string Country,
    string Isp,
    [property: WordsOf(typeof(NodeStatus))] string Status,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Protocols,
    int CapacityMbps,
    string Description,
    UnixSeconds LastSyncedAt,
    UnixSeconds UpdatedAt);

/// <summary>What a node serves one protocol with.</summary>
/// <param name="Config">The protocol's parameters.</param>
public sealed record KernelView(
    string Protocol, string Endpoint, string Revision, [property: WordsOf(typeof(KernelStatus))] string Status, RawJson Config,
    UnixSeconds LastSyncedAt)
{
    /// <summary>Why no client gets it; missing when nothing is wrong with it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Faults { get; init; }

    internal KernelView Judged()
    {
        var faults = KernelCheck.Faults(new KernelState(Protocol, Endpoint, Revision, Config.Text));
        return faults.Count == 0 ? this : this with { Faults = [.. faults.Select(fault => fault.Message)] };
    }
}

/// <summary>Commands answer in the same shapes as the lists.</summary>
internal sealed class NodeMaps : Mappings
{
    public NodeMaps()
    {
        CreateMap<Node, NodeView>();
        CreateMap<NodeKernel, KernelView>()
            .ForCtorParam(nameof(KernelView.Config), view => view.MapFrom(kernel => new RawJson(kernel.Config)))
            .ForMember(view => view.Faults, faults => faults.Ignore());
    }
}
