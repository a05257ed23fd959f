using System.Text;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.Profiles;
using VpsPanel.Application.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Tests.Proxies.Profiles;

/// <summary>Renders the templates that the service brings, for a subscriber with servers of every kind.</summary>
internal static class StandardProfiles
{
    public static readonly DateTimeOffset Now = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Names that end fields, quote, comment, break lines, look like numbers, or are taken by the profiles themselves.</summary>
    public static readonly string[] Names =
    [
        "a: \"b\" # c", "line\nbreak\r\nproxies: []", "- item", "香港 01 🇭🇰", "true", "12", "Proxy", "DIRECT", "x, y = z",
        "{{.subscription.token}}",
        "tab\there", "[Rule]", "same", "same", "'single'", "back\\slash", "\u2028sep", "%20 %s", "*anchor &ref !tag", "",
    ];

    public static readonly (string Kernel, string Endpoint, string Config)[] Kernels =
    [
        ("shadowsocks", "ss.example.com:8388", """{"method":"chacha20-ietf-poly1305"}"""),
        ("shadowsocks", "[2001:db8::1]:8388", """{"method":"2022-blake3-aes-128-gcm","server_key":"c2VydmVyIGtleSBieXRlcw=="}"""),
        ("vmess", "vm.example.com:443", """{"tls":"tls","sni":"cdn.example.com","network":"ws","path":"/ray?ed=2048","ws_host":"cdn.example.com","alpn":["h2","http/1.1"]}"""),
        ("vless", "vl.example.com:443", """{"flow":"xtls-rprx-vision","sni":"www.example.org","fingerprint":"chrome","reality":{"public_key":"bqBb5wm8jKRXNMrTX7vCXtPGKMBe1oUVJ4ECmQiaUBc","short_id":"6ba85179"}}"""),
        ("vless", "vp.example.com:8443", """{"tls":{"enabled":true,"server_name":"vp.example.com"},"transport":{"type":"grpc","service_name":"tun nel"}}"""),
        ("trojan", "tr.example.com:443", """{"sni":"tr.example.com","skip-cert-verify":true,"network":"ws","path":"trojan"}"""),
        ("hy2", "hy.example.com:8443", """{"obfs":{"type":"salamander","password":"s alt&1"},"up_mbps":50,"down_mbps":"200"}"""),
        ("hysteria2", "h2.example.com:443", "{}"),
    ];

    public static NodeSet Nodes { get; } = new(
        "1",
        [NodeFacts.Of(1, "n", "r", "c", ["vless"], "online", Now)],
        [.. Names.SelectMany((name, at) => Pair(at, name))]);

    public static ProfileOwner Owner { get; } = new(
        7, 3, "My \"sub\"", "VIP", SubscriptionStatus.Active, "the-token", "the-secret", Now.AddDays(30), 1L << 40, 1L << 38, 5, []);

    public static IReadOnlyList<Proxy> Proxies(NodeSet nodes) =>
    [
        .. nodes.Servers.Zip(ProxyNames.Of(nodes.Servers), (server, name) => new Proxy(
            name.Name, name.Label, server.Server, Credential.For(Owner.Secret, server.NodeId, server.Server.Protocol))),
    ];

    /// <param name="agent">Of the client; without one it is the usual client of its kind.</param>
    public static string Render(
        string client, ProfileOwner? owner = null, NodeSet? nodes = null, string siteUrl = "https://shop.example.com", string agent = "",
        string variables = "{}")
    {
        var standard = BuiltInTemplate.All.Single(template => template.ClientType == client);
        var template = new PublishedTemplate(
            1, standard.Name, client, true, 1, standard.Format, variables, PublishedTemplate.Parse(standard.Content).Value);
        var site = new ProfileSite("Shop", siteUrl, 24);
        var identity = ClientIdentities.Of(client, null, agent, Capabilities.OldestMihomo);
        return template.Render(ProfileContext.Of(owner ?? Owner, nodes ?? Nodes, template, identity, site, Now), TimeProvider.System).Value;
    }

    public static string Unpack(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    /// <summary>Two kernels on every node, so that names need the protocol too.</summary>
    private static IEnumerable<NodeServer> Pair(int at, string name) => new[] { at, at + 3 }
        .Select(kernel => Kernels[kernel % Kernels.Length])
        .Select(kernel => new NodeServer(at + 1, name, "Region", "XX", ServerReader.Read(kernel.Kernel, kernel.Endpoint, kernel.Config).Server!));
}
