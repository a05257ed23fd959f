using System.Globalization;
using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>What stands behind the name in a list of Loon, for what its capabilities list.</summary>
internal static class LoonProxy
{
    /// <summary>Null for a value that a line cannot hold.</summary>
    public static string? Of(Proxy proxy)
    {
        var (server, credential) = (proxy.Server, proxy.Credential);
        return server.Protocol switch
        {
            ProxyProtocols.Shadowsocks => Line("Shadowsocks", server, [server.Method, LineFields.Quoted(proxy.ShadowsocksPassword)],
                [("obfs-name", server.Plugin?.Mode), ("obfs-host", server.Plugin?.Host), ("obfs-uri", server.Plugin?.Path)]),
            ProxyProtocols.Vmess => Line("vmess", server, [server.Method, LineFields.Quoted(credential.Uuid)],
                [.. Transport(server), ("over-tls", Flag(server.Tls.IsOn)), .. Tls(server), ("alterId", "0")]),
            ProxyProtocols.Vless => Line("VLESS", server, [LineFields.Quoted(credential.Uuid)],
                [.. Transport(server), ("over-tls", Flag(server.Tls.IsOn)), ("flow", server.Flow), .. Tls(server)]),
            ProxyProtocols.Trojan => Line("trojan", server, [LineFields.Quoted(credential.Password)],
                [.. server.Transport.IsWebSocket ? Transport(server) : [], .. Tls(server)]),
            ProxyProtocols.AnyTls => Line("anytls", server, [LineFields.Quoted(credential.Password)], Tls(server)),
            ProxyProtocols.Hysteria2 => Line("Hysteria2", server, [LineFields.Quoted(credential.Password)],
            [
                ("server-ports", server.Ports is { } ports ? LineFields.Quoted(ports) : null),
                ("hop-interval", server.HopSeconds > 0 ? server.HopSeconds.ToString(CultureInfo.InvariantCulture) : null),
                .. Tls(server), ("salamander-password", server.Obfs?.Password),
                ("download-bandwidth", server.DownMbps > 0 ? server.DownMbps.ToString(CultureInfo.InvariantCulture) : null),
            ]),
            _ => null,
        };
    }

    private static string? Line(string type, ProxyServer server, IEnumerable<string> head, IEnumerable<(string, string?)> options) =>
        LineFields.Join(
            [type, server.Host, server.Port.ToString(CultureInfo.InvariantCulture), .. head], [.. options, ("udp", "true")], ",");

    private static IEnumerable<(string, string?)> Transport(ProxyServer server) => server.Transport.Kind == Transports.Tcp
        ? [("transport", "tcp")]
        : [("transport", server.Transport.Kind), ("path", server.Transport.Path), ("host", server.Transport.Host)];

    private static IEnumerable<(string, string?)> Tls(ProxyServer server)
    {
        var tls = server.Tls;
        if (!tls.IsOn)
            return [];

        var alpn = tls.Alpn.Count > 0 ? LineFields.Quoted(string.Join(',', tls.Alpn)) : null;
        return tls.Reality is { } reality
            ?
            [
                ("sni", server.ServerName), ("public-key", LineFields.Quoted(reality.PublicKey)),
                ("short-id", reality.ShortId.Length > 0 ? reality.ShortId : null), ("alpn", alpn),
            ]
            :
            [
                ("tls-name", server.ServerName), ("alpn", alpn), ("tls-cert-sha256", tls.CertificateSha256),
                ("tls-pubkey-sha256", tls.PublicKeySha256), ("skip-cert-verify", tls is { SkipsCheck: true, IsPinned: false } ? "true" : null),
            ];
    }

    private static string Flag(bool value) => value ? "true" : "false";
}
