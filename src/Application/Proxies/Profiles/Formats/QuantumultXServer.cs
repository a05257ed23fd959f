using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>A line of a server list of Quantumult X, with its tag, for what its capabilities list.</summary>
internal static class QuantumultXServer
{
    /// <summary>Null for a value that a line cannot hold.</summary>
    public static string? Of(Proxy proxy)
    {
        var server = proxy.Server;
        return server.Protocol switch
        {
            ProxyProtocols.Shadowsocks => Line("shadowsocks", proxy,
                [("method", server.Method), ("password", proxy.ShadowsocksPassword), .. Plugin(server.Plugin), ("udp-relay", "true")]),
            ProxyProtocols.Vmess => Line("vmess", proxy,
            [
                ("method", server.Method == "auto" ? "chacha20-poly1305" : server.Method), ("password", proxy.Credential.Uuid),
                ("aead", "true"), .. Obfs(server), .. Pins(server.Tls),
            ]),
            ProxyProtocols.Vless => Line("vless", proxy,
            [
                ("method", "none"), ("password", proxy.Credential.Uuid), .. Obfs(server), .. Pins(server.Tls), ("vless-flow", server.Flow),
                ("reality-base64-pubkey", server.Tls.Reality?.PublicKey),
                ("reality-hex-shortid", server.Tls.Reality?.ShortId is { Length: > 0 } id ? id : null),
            ]),
            ProxyProtocols.Trojan => Line("trojan", proxy, [("password", proxy.Credential.Password), .. Trojan(server), .. Pins(server.Tls)]),
            ProxyProtocols.AnyTls => Line("anytls", proxy,
            [
                ("password", proxy.Credential.Password), ("over-tls", "true"), ("tls-verification", Verification(server.Tls)),
                ("tls-host", server.ServerName), .. Pins(server.Tls),
            ]),
            _ => null,
        };
    }

    private static string? Line(string type, Proxy proxy, IEnumerable<(string, string?)> options) =>
        LineFields.Join([$"{type}={proxy.Server.Authority}"], [.. options, ("tag", proxy.Label)]);

    private static IEnumerable<(string, string?)> Plugin(ProxyPlugin? plugin) => plugin is null
        ? []
        :
        [
            ("obfs", plugin.Kind == ProxyPlugin.Obfs ? plugin.Mode : plugin.Tls ? "wss" : "ws"),
            ("obfs-host", plugin.Host),
            ("obfs-uri", plugin.Kind == ProxyPlugin.Obfs ? null : plugin.Path),
        ];

    private static IEnumerable<(string, string?)> Obfs(ProxyServer server)
    {
        var (tls, transport) = (server.Tls, server.Transport);
        var kind = (transport.Kind, tls.IsOn) switch
        {
            (Transports.WebSocket, true) => "wss",
            (Transports.WebSocket, false) => "ws",
            (Transports.Http, _) => "http",
            (_, true) => "over-tls",
            _ => null,
        };
        var host = transport.Host ?? (tls.IsOn ? tls.Name : null);
        return
        [
            ("obfs", kind),
            ("tls-verification", kind == "over-tls" || (tls.IsOn && Verification(tls) == "false") ? Verification(tls) : null),
            ("obfs-uri", transport.Kind is Transports.WebSocket or Transports.Http ? transport.Path : null),
            ("obfs-host", kind is null ? null : host),
            ("tls-host", tls.IsOn && server.ServerName != host ? server.ServerName : null),
        ];
    }

    private static IEnumerable<(string, string?)> Trojan(ProxyServer server)
    {
        var (tls, transport) = (server.Tls, server.Transport);
        var host = transport.Host ?? tls.Name;
        return transport.IsWebSocket
            ?
            [
                ("tls-verification", Verification(tls)), ("obfs", "wss"), ("obfs-uri", transport.Path), ("obfs-host", host),
                ("tls-host", server.ServerName != host ? server.ServerName : null),
            ]
            : [("tls-verification", Verification(tls)), ("over-tls", "true"), ("tls-host", server.ServerName)];
    }

    private static IEnumerable<(string, string?)> Pins(ProxyTls tls) =>
        [("tls-cert-sha256", tls.CertificateSha256), ("tls-pubkey-sha256", tls.PublicKeySha256)];

    private static string Verification(ProxyTls tls) => tls is { SkipsCheck: true, IsPinned: false } ? "false" : "true";
}
