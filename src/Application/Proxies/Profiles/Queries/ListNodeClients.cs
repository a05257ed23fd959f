using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Nodes.Queries;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Profiles.Queries;

/// <summary>Which clients get what of a node, and what keeps the others from it.</summary>
public sealed record ListNodeClients(NodeId Id) : IQuery<Listing<NodeClientView>>;

/// <param name="Client">Such as <c>mihomo</c>.</param>
/// <param name="Version">Of the client's core, from which on this holds; blank where all are alike.</param>
/// <param name="Assumed">Whether a client of the kind that does not tell its version is taken for this one.</param>
public sealed record NodeClientView(string Client, string Version, bool Assumed, IReadOnlyList<NodeClientKernelView> Kernels);

/// <param name="Delivered">Whether the profile of the client holds it, when the node is online.</param>
/// <param name="Reasons">Why not; none when it is delivered.</param>
public sealed record NodeClientKernelView(string Protocol, bool Delivered, IReadOnlyList<string> Reasons);

internal sealed class ListNodeClientsHandler(IReadDb db, ISettings settings) : IQueryHandler<ListNodeClients, Listing<NodeClientView>>
{
    private static readonly Sql<NodeArgs, Row> Kernels = new(
        "select k.protocol, k.endpoint, k.config from node_kernels k where k.node_id = @Id order by k.protocol");

    private static readonly ClientFamily[] Families = [.. Enum.GetValues<ClientFamily>().Where(family => family != ClientFamily.Other)];

    public async Task<Result<Listing<NodeClientView>>> Handle(ListNodeClients query, CancellationToken ct)
    {
        var args = new NodeArgs(query.Id.Value);
        if (await db.Scalar(NodeArgs.Known, args, ct) == 0)
            return NodeErrors.NotFound;

        var mihomo = CoreVersion.Parse(await settings.Get(DeliverySettings.MihomoAssumedVersion, ct));
        var readings = (await db.List(Kernels, args, ct))
            .Select(row => (row.Protocol, Reading: ServerReader.Read(row.Protocol, row.Endpoint, row.Config)))
            .ToList();
        return new Listing<NodeClientView>(
            [.. Families.SelectMany(family => Clients(family, mihomo)).Select(client => View(client.Identity, client.IsAssumed, readings))]);
    }

    /// <summary>Every version of the client at which something changes, and the one that is assumed.</summary>
    private static IEnumerable<(ClientIdentity Identity, bool IsAssumed)> Clients(ClientFamily family, CoreVersion? mihomo)
    {
        var usual = ClientIdentities.Usual(family, mihomo);
        return Capabilities.VersionsOf(family).Append(usual.Version).Distinct().Order()
            .Select(version => (usual with { Version = version }, version == usual.Version));
    }

    private static NodeClientView View(ClientIdentity client, bool isAssumed, List<(string Protocol, KernelReading Reading)> readings) => new(
        client.Name, client.Version.ToString(), isAssumed,
        [.. readings.Select(kernel => Kernel(client, kernel.Protocol, kernel.Reading))]);

    private static NodeClientKernelView Kernel(ClientIdentity client, string protocol, KernelReading reading)
    {
        if (reading.Faults.Count > 0)
            return new NodeClientKernelView(protocol, false, [.. reading.Faults.Select(fault => fault.Message)]);

        if (reading.Server is not { } server)
            return new NodeClientKernelView(protocol, false, [$"no client speaks {protocol}"]);

        IReadOnlyList<string> missing = ClientSupport.Missing(server, client) is { } reason ? [reason] : [];
        return new NodeClientKernelView(protocol, missing.Count == 0, missing);
    }

    internal sealed record Row(string Protocol, string Endpoint, string Config);
}
