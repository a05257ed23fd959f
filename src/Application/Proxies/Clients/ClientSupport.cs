using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Clients;

/// <summary>Whether a client gets a server.</summary>
internal static class ClientSupport
{
    public static bool IsDelivered(ProxyServer server, ClientIdentity client) => Missing(server, client) is null;

    /// <summary>The first thing that the client does not take, for admins; null when it takes all.</summary>
    public static string? Missing(ProxyServer server, ClientIdentity client)
    {
        foreach (var anyOf in Requirements.Of(server))
        {
            if (!anyOf.Any(feature => Capabilities.Has(client, feature)))
                return Reason(anyOf, client);
        }

        return null;
    }

    private static string Reason(string[] anyOf, ClientIdentity client)
    {
        var feature = string.Join(" or ", anyOf);
        return anyOf.Select(one => Capabilities.Find(client.Family, one)).OfType<Capability>().FirstOrDefault() is { } row
            ? $"{client.Name} {client.Version} has no {feature}: it came with {row.Since}"
            : $"{client.Name} has no {feature}";
    }
}
