using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>The nodes that subscribers may use now: those that are online, with the kernels that clients speak to.</summary>
internal sealed class NodeSets(IReadDb db, TimeProvider clock) : Cached<NodeSet>(clock)
{
    private static readonly Sql<Args, Row> All = new(
        """
        select n.id, n.name, n.region, n.country, n.protocols, n.status, n.updated_at, k.protocol, k.endpoint, k.config
        from nodes n
        left join node_kernels k on k.node_id = n.id
        where n.status = @Online
        order by n.name, n.id, k.protocol
        """);

    protected override bool IsTouchedBy(IDomainEvent happened) => happened is NodeChanged;

    protected override async Task<NodeSet> Read(CancellationToken ct)
    {
        var rows = await db.List(All, new Args(WireNames.Of(NodeStatus.Online)), ct);
        return new NodeSet(
            Version(rows),
            [.. rows.DistinctBy(row => row.Id)
                .Select(row => NodeFacts.Of(row.Id, row.Name, row.Region, row.Country, row.Protocols, row.Status, row.UpdatedAt))],
            [.. rows.Select(Server).OfType<NodeServer>()]);
    }

    private static NodeServer? Server(Row row) =>
        row is { Protocol: { } protocol, Endpoint: { } endpoint, Config: { } config }
            && ServerReader.Read(protocol, endpoint, config).Server is { } server
            ? new NodeServer(row.Id, row.Name, row.Region, row.Country, server)
            : null;

    private static string Version(IReadOnlyList<Row> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
        {
            string?[] parts =
            [
                $"{row.Id}", row.Name, row.Region, row.Country, string.Join(',', row.Protocols),
                row.UpdatedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), row.Protocol, row.Endpoint, row.Config,
            ];
            foreach (var part in parts)
                hash.AppendData(Encoding.UTF8.GetBytes((part ?? "") + "\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal sealed record Args(string Online);

    internal sealed record Row(
        long Id,
        string Name,
        string Region,
        string Country,
        IReadOnlyList<string> Protocols,
        string Status,
        DateTimeOffset UpdatedAt,
        string? Protocol,
        string? Endpoint,
        string? Config);
}
