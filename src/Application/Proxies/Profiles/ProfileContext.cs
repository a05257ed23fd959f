using System.Globalization;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.Profiles.Formats;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>The values that a template of a profile can read.</summary>
internal static class ProfileContext
{
    // Speaks to nobody: a name in a client's list is the only place where a message is surely seen.
    private static readonly ProxyServer Nowhere =
        new(ProxyProtocols.Shadowsocks, "127.0.0.1", 1, "aes-256-gcm", ProxyTls.Off, ProxyTransport.Tcp);

    private static readonly Credential Nobody = new("00000000-0000-4000-8000-000000000000", "none");

    public static Dictionary<string, object?> Of(
        ProfileOwner owner, NodeSet nodes, PublishedTemplate template, ClientIdentity client, ProfileSite site, DateTimeOffset now)
    {
        var words = MessageWords.Of(template);
        var obstacle = owner.Obstacle(now, words);
        var proxies = obstacle is null ? ForClient(owner, nodes, client) : [];
        var message = obstacle ?? (proxies.Count > 0 ? null : nodes.Servers.Count == 0 ? words.NoServers : words.NothingForClient);
        if (message is not null)
            proxies = [new ProxyFields(Message(message), client)];

        return new Dictionary<string, object?>
        {
            ["subscription"] = About(owner, site),
            ["client"] = About(client),
            ["nodes"] = (obstacle is null ? nodes.Nodes : []).ToList<object?>(),
            ["proxies"] = proxies.ToList<object?>(),
            ["links"] = new LinkList(proxies),
            ["message"] = message,
            ["template"] = new Dictionary<string, object?>
            {
                ["id"] = template.Id, ["name"] = template.Name, ["format"] = WireNames.Of(template.Format),
                ["version"] = (long)template.Version,
            },
            ["site"] = new Dictionary<string, object?> { ["name"] = site.Name, ["url"] = site.Url },
            ["update_hours"] = (long)site.UpdateHours,
            ["update_seconds"] = site.UpdateHours * 3600L,
            ["generated_at"] = Rfc3339(now),
        };
    }

    /// <summary>What a line format has no way to write is left out like what the client does not take.</summary>
    private static List<ProxyFields> ForClient(ProfileOwner owner, NodeSet nodes, ClientIdentity client) =>
    [
        .. nodes.For(client)
            .Select(named => new ProxyFields(
                new Proxy(
                    named.Name, named.Label, named.Server.Server,
                    Credential.For(owner.Secret, named.Server.NodeId, named.Server.Server.Protocol)),
                client))
            .Where(fields => client.Family switch
            {
                ClientFamily.Surge => fields["surge"] is not null,
                ClientFamily.QuantumultX => fields["quantumult_x"] is not null,
                ClientFamily.Loon => fields["loon"] is not null,
                _ => true,
            }),
    ];

    private static Proxy Message(string text) => new(text, LineFields.Label(text), Nowhere, Nobody);

    private static Dictionary<string, object?> About(ClientIdentity client) => new()
    {
        ["family"] = client.Name,
        ["version"] = client.Version.ToString(),
        ["major"] = (long)client.Version.Major,
        ["minor"] = (long)client.Version.Minor,
        ["os"] = client.Os,
    };

    private static Dictionary<string, object?> About(ProfileOwner owner, ProfileSite site) => new()
    {
        ["id"] = owner.Id,
        ["name"] = owner.Name,
        ["plan"] = owner.PlanName,
        ["status"] = WireNames.Of(owner.Status),
        ["token"] = owner.Token,
        ["url"] = DeliveryLink.Of(site.Url, owner.Token),
        ["expires_at"] = Rfc3339(owner.ExpiresAt),
        ["traffic_total_bytes"] = owner.TrafficTotalBytes,
        ["traffic_used_bytes"] = owner.TrafficUsedBytes,
        ["traffic_remaining_bytes"] = owner.TrafficRemainingBytes ?? 0,
        ["next_reset_at"] = owner.NextResetAt is { } next ? Rfc3339(next) : null,
        ["devices_limit"] = (long)owner.DevicesLimit,
        ["available_template_ids"] = owner.AvailableTemplateIds.Select(id => (object?)id).ToList(),
    };

    private static string Rfc3339(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
