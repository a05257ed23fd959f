namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>What stands behind the name in the section <c>[Proxy]</c> of Surge.</summary>
internal static class SurgeProxy
{
    /// <summary>Null for what Surge does not speak.</summary>
    public static string? Of(Proxy proxy)
    {
        var server = proxy.Server;
        if (server.Tls.Reality is not null || server.Transport.Kind is "grpc" or "httpupgrade")
            return null;

        return server.Protocol switch
        {
            ProxyProtocols.Shadowsocks => Line("ss", server,
                [("encrypt-method", server.Method), ("password", proxy.ShadowsocksPassword), ("udp-relay", "true")]),
            ProxyProtocols.Vmess => Line("vmess", server,
            [
                ("username", proxy.Credential.Uuid), ("vmess-aead", "true"), ("tls", server.Tls.IsOn ? "true" : null),
                .. Tls(server), .. WebSocket(server),
            ]),
            ProxyProtocols.Trojan =>
                Line("trojan", server, [("password", proxy.Credential.Password), .. Tls(server), .. WebSocket(server)]),

            // Surge has no obfuscation for it.
            ProxyProtocols.Hysteria2 when server.ObfsPassword is null => Line("hysteria2", server,
            [
                ("password", proxy.Credential.Password), .. Tls(server),
                ("download-bandwidth", server.DownMbps > 0 ? $"{server.DownMbps}" : null),
            ]),
            _ => null,
        };
    }

    private static string? Line(string type, ProxyServer server, IEnumerable<(string, string?)> options) =>
        LineFields.Join([type, server.Host, $"{server.Port}"], options);

    private static IEnumerable<(string, string?)> Tls(ProxyServer server) =>
        [("sni", server.Tls.Name), ("skip-cert-verify", server.Tls.SkipsCheck ? "true" : null)];

    private static IEnumerable<(string, string?)> WebSocket(ProxyServer server) => server.Transport.IsWebSocket
        ? [("ws", "true"), ("ws-path", server.Transport.Path), ("ws-headers", server.Transport.Host is { } host ? $"Host:{host}" : null)]
        : [];
}
