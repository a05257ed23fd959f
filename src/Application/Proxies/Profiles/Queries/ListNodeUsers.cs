using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.Nodes.Queries;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.Profiles;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Profiles.Queries;

/// <summary>
/// Whom a node shall let in now, and what they sign in with: everybody who is not blocked and whose subscription is active, not over and
/// not used up. Nobody while the node is disabled.
/// </summary>
/// <param name="KnownTag">The tag of the list that the node has; the answer is then empty if nothing changed.</param>
public sealed record ListNodeUsers(NodeId Id, string? KnownTag) : IQuery<NodeUsers>;

/// <param name="Tag">Changes whenever the list does, and is the same on every node of this service.</param>
/// <param name="Users">Null when the caller has this list.</param>
public sealed record NodeUsers(string Tag, IReadOnlyList<NodeUser>? Users);

/// <param name="Id">Of the subscription; reports name it.</param>
/// <param name="DevicesLimit">0 for no limit.</param>
public sealed record NodeUser(long Id, int DevicesLimit, IReadOnlyList<NodeCredential> Credentials);

/// <summary>What a user shows for one protocol of the node. The node takes what its protocol needs.</summary>
public sealed record NodeCredential(string Protocol, string Uuid, string Password);

internal sealed class ListNodeUsersHandler(
    IReadDb db, ISecretProtector secrets, TimeProvider clock)
    : IQueryHandler<ListNodeUsers, NodeUsers>
{
    private static readonly Sql<NodeArgs, NodeRow> Node = new("select n.status from nodes n where n.id = @Id");

    private static readonly Sql<NodeArgs, KernelRow> Kernels = new(
        "select k.protocol, k.endpoint, k.config from node_kernels k where k.node_id = @Id order by k.protocol");

    private static readonly Sql<Args, UserRow> Users = new(
        """
        select s.id, s.devices_limit, s.sealed_credential
        from subscriptions s
        join users u on u.id = s.user_id
        where u.status = 'active' and s.status = 'active' and s.expires_at > @Now
          and (s.traffic_total_bytes = 0 or s.traffic_used_bytes < s.traffic_total_bytes or s.next_reset_at <= @Now)
        order by s.id
        """);

    public async Task<Result<NodeUsers>> Handle(ListNodeUsers query, CancellationToken ct)
    {
        var args = new NodeArgs(query.Id.Value);
        if (await db.First(Node, args, ct) is not { } node)
            return NodeErrors.NotFound;

        var kernels = await db.List(Kernels, args, ct);
        var rows = node.Status == WireNames.Of(NodeStatus.Disabled) ? [] : await db.List(Users, new Args(clock.GetUtcNow()), ct);
        var tag = Tag(kernels, rows);
        if (tag == query.KnownTag)
            return new NodeUsers(tag, null);

        NodeListener[] doors = [.. kernels.Select(NodeListener.Of)];
        return new NodeUsers(tag, [.. rows.Select(row => User(query.Id, doors, row))]);
    }

    private NodeUser User(NodeId node, NodeListener[] doors, UserRow row)
    {
        var secret = secrets.Unprotect(row.SealedCredential)
            ?? throw new InvalidOperationException("A stored secret cannot be opened with this key.");
        return new NodeUser(row.Id, row.DevicesLimit, [.. doors.Select(door => door.For(node, secret))]);
    }

    /// <summary>Over what is stored, so that a node with the same list costs no decryption. A rotation seals anew.</summary>
    private static string Tag(IReadOnlyList<KernelRow> kernels, IReadOnlyList<UserRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var kernel in kernels)
            hash.AppendData(Encoding.UTF8.GetBytes($"{kernel.Protocol}\0{kernel.Endpoint}\0{kernel.Config}\0"));

        foreach (var row in rows)
            hash.AppendData(Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{row.Id}\0{row.DevicesLimit}\0{row.SealedCredential}\0")));

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal sealed record Args(DateTimeOffset Now);

    internal sealed record NodeRow(string Status);

    internal sealed record KernelRow(string Protocol, string Endpoint, string Config);

    internal sealed record UserRow(long Id, int DevicesLimit, string SealedCredential);

    /// <param name="Kernel">As the node calls the protocol.</param>
    /// <param name="Protocol">As profiles call it, and derive credentials by.</param>
    /// <param name="Shadowsocks">Null for other protocols.</param>
    private sealed record NodeListener(string Kernel, string Protocol, ProxyServer? Shadowsocks)
    {
        public static NodeListener Of(KernelRow kernel)
        {
            var server = ServerReader.Read(kernel.Protocol, kernel.Endpoint, kernel.Config).Server;
            var isShadowsocks = server is { Protocol: ProxyProtocols.Shadowsocks };

            // The node knows its own key; users bring theirs.
            return new NodeListener(
                kernel.Protocol, ServerReader.ProtocolOf(kernel.Protocol, kernel.Config) ?? kernel.Protocol,
                isShadowsocks ? server! with { ServerKey = null } : null);
        }

        public NodeCredential For(NodeId node, string secret)
        {
            var credential = Credential.For(secret, node.Value, Protocol);
            return new NodeCredential(
                Kernel, credential.Uuid, Shadowsocks is null ? credential.Password : credential.ShadowsocksPassword(Shadowsocks));
        }
    }
}
