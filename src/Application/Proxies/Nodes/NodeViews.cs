using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
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
public sealed record KernelView(string Protocol, string Endpoint, string Revision, [property: WordsOf(typeof(KernelStatus))] string Status, RawJson Config, UnixSeconds LastSyncedAt);

/// <summary>Commands answer in the same shapes as the lists.</summary>
internal sealed class NodeMaps : Mappings
{
    public NodeMaps()
    {
        CreateMap<Node, NodeView>().ConvertUsing(node => new NodeView(
            node.Id.Value,
            node.Name,
            node.Region,
            node.Country,
            node.Isp,
            WireNames.Of(node.Status),
            node.Tags,
            node.Protocols,
            node.CapacityMbps,
            node.Description,
            UnixSeconds.Of(node.LastSyncedAt) ?? default,
            UnixSeconds.Of(node.UpdatedAt)));
        CreateMap<NodeKernel, KernelView>().ConvertUsing(kernel => new KernelView(
            kernel.Protocol,
            kernel.Endpoint,
            kernel.Revision,
            WireNames.Of(kernel.Status),
            new RawJson(kernel.Config),
            UnixSeconds.Of(kernel.LastSyncedAt) ?? default));
    }
}
