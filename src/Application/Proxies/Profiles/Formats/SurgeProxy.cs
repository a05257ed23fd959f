using System.Globalization;
using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>What stands behind the name in the section <c>[Proxy]</c> of Surge, for what its capabilities list.</summary>
internal static class SurgeProxy
{
    /// <summary>Null for a value that a line cannot hold.</summary>
    public static string? Of(Proxy proxy)
    {
        var server = proxy.Server;
        return server.Protocol switch
        {
            ProxyProtocols.Shadowsocks => Line("ss", server,
            [
                ("encrypt-method", server.Method), ("password", proxy.ShadowsocksPassword), ("udp-relay", "true"),
                ("obfs", server.Plugin?.Mode), ("obfs-host", server.Plugin?.Host),
            ]),
            ProxyProtocols.Vmess => Line("vmess", server,
            [
                ("username", proxy.Credential.Uuid), ("encrypt-method", Cipher(server.Method)), .. WebSocket(server),
                ("tls", server.Tls.IsOn ? "true" : null), ("vmess-aead", "true"), .. Tls(server),
            ]),
            ProxyProtocols.Trojan =>
                Line("trojan", server, [("password", proxy.Credential.Password), .. WebSocket(server), .. Tls(server)]),
            ProxyProtocols.AnyTls => Line("anytls", server, [("password", proxy.Credential.Password), .. Tls(server)]),
            ProxyProtocols.Tuic => Line("tuic-v5", server,
            [
                ("password", proxy.Credential.Password), ("uuid", proxy.Credential.Uuid), .. Tls(server),
                ("alpn", server.Tls.Alpn.Count > 0 ? server.Tls.Alpn[0] : "h3"),
            ]),
            ProxyProtocols.Hysteria2 => Line("hysteria2", server,
            [
                ("password", proxy.Credential.Password),
                ("download-bandwidth", server.DownMbps > 0 ? server.DownMbps.ToString(CultureInfo.InvariantCulture) : null),
                .. Tls(server),
                ("port-hopping", server.Ports is { } ports ? LineFields.Quoted(ports.Replace(',', ';')) : null),
                ("port-hopping-interval", server.HopSeconds > 0 ? server.HopSeconds.ToString(CultureInfo.InvariantCulture) : null),
            ]),
            _ => null,
        };
    }

    private static string? Line(string type, ProxyServer server, IEnumerable<(string, string?)> options) =>
        LineFields.Join([type, server.Host, server.Port.ToString(CultureInfo.InvariantCulture)], options);

    private static string? Cipher(string method) => method switch
    {
        "chacha20-poly1305" => "chacha20-ietf-poly1305",
        "aes-128-gcm" => method,
        _ => null,
    };

    private static IEnumerable<(string, string?)> Tls(ProxyServer server) => server.Tls.IsOn
        ?
        [
            ("skip-cert-verify", server.Tls is { SkipsCheck: true, CertificateSha256: null } ? "true" : null),
            ("sni", server.ServerName),
            ("server-cert-fingerprint-sha256", server.Tls.CertificateSha256),
        ]
        : [];

    private static IEnumerable<(string, string?)> WebSocket(ProxyServer server) => server.Transport.IsWebSocket
        ?
        [
            ("ws", "true"), ("ws-path", server.Transport.Path),
            ("ws-headers", server.Transport.Host is { } host ? LineFields.Quoted($"host:{host}") : null),
        ]
        : [];
}
