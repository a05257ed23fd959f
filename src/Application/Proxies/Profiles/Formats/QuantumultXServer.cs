namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>A line of a server list of Quantumult X, with its tag.</summary>
internal static class QuantumultXServer
{
    /// <summary>Null for what Quantumult X does not speak.</summary>
    public static string? Of(Proxy proxy)
    {
        var server = proxy.Server;
        if (server.Tls.Reality is not null || server.Flow is not null || server.Transport.Kind is "grpc" or "httpupgrade")
            return null;

        return server.Protocol switch
        {
            ProxyProtocols.Shadowsocks => Line("shadowsocks", proxy,
                [("method", server.Method), ("password", proxy.ShadowsocksPassword), ("udp-relay", "true")]),
            ProxyProtocols.Vmess => Line("vmess", proxy,
            [
                ("method", server.Method == "auto" ? "chacha20-poly1305" : server.Method), ("password", proxy.Credential.Uuid),
                .. Obfs(server), ("aead", "true"),
            ]),
            ProxyProtocols.Vless => Line("vless", proxy, [("method", "none"), ("password", proxy.Credential.Uuid), .. Obfs(server)]),
            ProxyProtocols.Trojan => Line("trojan", proxy, [("password", proxy.Credential.Password), .. Trojan(server)]),
            _ => null,
        };
    }

    private static string? Line(string type, Proxy proxy, IEnumerable<(string, string?)> options) =>
        LineFields.Join([$"{type}={proxy.Server.Authority}"], [.. options, ("tag", proxy.Label)]);

    private static IEnumerable<(string, string?)> Obfs(ProxyServer server)
    {
        var (tls, transport) = (server.Tls, server.Transport);
        var kind = (transport.IsWebSocket, tls.IsOn) switch
        {
            (true, true) => "wss",
            (true, false) => "ws",
            (false, true) => "over-tls",
            _ => null,
        };
        return
        [
            ("obfs", kind),
            ("obfs-host", kind is null ? null : transport.Host ?? tls.Name),
            ("obfs-uri", transport.IsWebSocket ? transport.Path : null),
            ("tls-verification", tls.IsOn ? (tls.SkipsCheck ? "false" : "true") : null),
        ];
    }

    private static IEnumerable<(string, string?)> Trojan(ProxyServer server) => server.Transport.IsWebSocket
        ? Obfs(server)
        : [("over-tls", "true"), ("tls-host", server.Tls.Name), ("tls-verification", server.Tls.SkipsCheck ? "false" : "true")];
}
