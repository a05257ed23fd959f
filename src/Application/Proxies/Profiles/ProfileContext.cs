using System.Globalization;
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
        ProfileOwner owner, NodeSet nodes, PublishedTemplate template, ProfileSite site, DateTimeOffset now)
    {
        var obstacle = owner.Obstacle(now);
        var proxies = obstacle is null ? Named(owner, nodes.Servers) : [];
        if (proxies.Count == 0)
            proxies = [Message(obstacle ?? "No servers yet")];

        return new Dictionary<string, object?>
        {
            ["subscription"] = About(owner, site),
            ["nodes"] = (obstacle is null ? nodes.Nodes : []).ToList<object?>(),
            ["proxies"] = proxies.Select(About).ToList<object?>(),
            ["links"] = proxies.Select(ShareLink.Of).ToList<object?>(),
            ["message"] = obstacle,
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

    private static List<Proxy> Named(ProfileOwner owner, IReadOnlyList<NodeServer> servers) =>
    [
        .. servers.Zip(ProxyNames.Of(servers), (server, name) => new Proxy(
            name.Name, name.Label, server.Server, Credential.For(owner.Secret, server.NodeId, server.Server.Protocol))),
    ];

    private static Proxy Message(string text) => new(text, LineFields.Label(text), Nowhere, Nobody);

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

    private static object? About(Proxy proxy) => new Dictionary<string, object?>
    {
        ["name"] = proxy.Name,
        ["label"] = proxy.Label,
        ["protocol"] = proxy.Server.Protocol,
        ["host"] = proxy.Server.Host,
        ["port"] = (long)proxy.Server.Port,
        ["uuid"] = proxy.Credential.Uuid,
        ["password"] = proxy.Server.Protocol == ProxyProtocols.Shadowsocks ? proxy.ShadowsocksPassword : proxy.Credential.Password,
        ["link"] = ShareLink.Of(proxy),
        ["clash"] = ClashProxy.Of(proxy),
        ["sing_box"] = SingBoxOutbound.Of(proxy),
        ["surge"] = SurgeProxy.Of(proxy),
        ["quantumult_x"] = QuantumultXServer.Of(proxy),
    };

    private static string Rfc3339(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
