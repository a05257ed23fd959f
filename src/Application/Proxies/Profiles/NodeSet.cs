using System.Collections.Concurrent;
using VpsPanel.Application.Proxies.Clients;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>A server under the names that clients show.</summary>
/// <param name="Label">The name without what line formats cannot hold; unique too.</param>
internal sealed record NamedServer(NodeServer Server, string Name, string Label);

/// <summary>The nodes that subscribers may use. Two nodes of this service that see the same rows give them the same version.</summary>
internal sealed record NodeSet(
    string Version, IReadOnlyList<IReadOnlyDictionary<string, object?>> Nodes, IReadOnlyList<NodeServer> Servers)
{
    private const int MostClients = 64;

    private readonly ConcurrentDictionary<(ClientFamily, CoreVersion), IReadOnlyList<NamedServer>> _forClients = new();
    private readonly Lazy<IReadOnlyList<NamedServer>> _named = new(() => Named(Servers));

    /// <summary>What the client takes as it is, under the names that all clients see.</summary>
    public IReadOnlyList<NamedServer> For(ClientIdentity client)
    {
        if (client.Family == ClientFamily.Other)
            return _named.Value;

        if (_forClients.Count > MostClients)
            _forClients.Clear();

        return _forClients.GetOrAdd(
            (client.Family, client.Version), _ => [.. _named.Value.Where(named => ClientSupport.IsDelivered(named.Server.Server, client))]);
    }

    private static IReadOnlyList<NamedServer> Named(IReadOnlyList<NodeServer> servers) =>
        [.. servers.Zip(ProxyNames.Of(servers), (server, name) => new NamedServer(server, name.Name, name.Label))];
}
