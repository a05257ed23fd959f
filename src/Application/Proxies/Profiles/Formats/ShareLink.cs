using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>The link of one proxy, such as <c>vless://…#name</c>. A blank is %20 in it: clients take a plus for a plus.</summary>
internal static class ShareLink
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Proxy proxy)
    {
        var server = proxy.Server;
        return server.Protocol switch
        {
            ProxyProtocols.Shadowsocks => Shadowsocks(proxy),
            ProxyProtocols.Vmess => "vmess://" + Vmess(proxy),
            ProxyProtocols.Vless => Link(
                "vless", proxy.Credential.Uuid, proxy, "",
                [("encryption", server.Encryption ?? "none"), ("flow", server.Flow), .. Secured(server), .. Transported(server)]),
            ProxyProtocols.Trojan => Link(
                "trojan", proxy.Credential.Password, proxy, "", [.. Secured(server), .. Transported(server)]),
            ProxyProtocols.AnyTls => Link("anytls", proxy.Credential.Password, proxy, "/", OverTls(server)),
            ProxyProtocols.Tuic => Tuic(proxy),
            _ => Hysteria2(proxy),
        };
    }

    private static string Shadowsocks(Proxy proxy)
    {
        var plugin = proxy.Server.Plugin is { } one ? $"/?plugin={Escape($"{PluginText.Name(one)};{PluginText.Options(one)}")}" : "";
        return $"ss://{ShadowsocksUser(proxy)}@{proxy.Server.Authority}{plugin}#{Escape(proxy.Name)}";
    }

    /// <summary>Ciphers of 2022 are not put into base64, the older ones are.</summary>
    private static string ShadowsocksUser(Proxy proxy) => proxy.Server.Method.StartsWith("2022-", StringComparison.Ordinal)
        ? $"{Escape(proxy.Server.Method)}:{Escape(proxy.ShadowsocksPassword)}"
        : Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{proxy.Server.Method}:{proxy.ShadowsocksPassword}"));

    /// <summary>Never allowInsecure: Xray refuses the whole configuration for one of them.</summary>
    private static IEnumerable<(string, string?)> Secured(ProxyServer server)
    {
        var tls = server.Tls;
        return
        [
            ("security", tls.Reality is not null ? "reality" : tls.IsOn ? "tls" : "none"),
            ("sni", tls.IsOn ? server.ServerName : null),
            ("fp", tls.Fingerprint),
            ("alpn", Alpn(tls)),
            ("pbk", tls.Reality?.PublicKey),
            ("sid", tls.Reality?.ShortId is { Length: > 0 } id ? id : null),
            ("spx", tls.Reality?.SpiderX),
            ("pqv", tls.Reality?.Mldsa65Verify),
            ("ech", tls.Ech),
            ("pcs", tls.CertificateSha256),
            ("vcn", tls.VerifyNames),
            ("fm", server.FinalMask),
        ];
    }

    private static IEnumerable<(string, string?)> Transported(ProxyServer server)
    {
        var transport = server.Transport;
        var hasPath = transport.Kind is Transports.WebSocket or Transports.HttpUpgrade or Transports.Xhttp or Transports.Http;
        return
        [
            ("type", transport.Kind == Transports.Http ? "tcp" : transport.Kind),
            ("headerType", transport.Kind == Transports.Http ? "http" : null),
            ("host", transport.Host),
            ("path", hasPath ? PathWithEarlyData(transport) : null),
            ("mode", transport.Mode),
            ("extra", transport.Extra),
            ("serviceName", transport.Kind == Transports.Grpc ? transport.ServiceName : null),
            ("authority", transport.Authority),
        ];
    }

    private static IEnumerable<(string, string?)> OverTls(ProxyServer server) =>
    [
        ("security", "tls"),
        ("sni", server.ServerName),
        ("fp", server.Tls.Fingerprint),
        ("alpn", Alpn(server.Tls)),
        ("ech", server.Tls.Ech),
        ("pcs", server.Tls.CertificateSha256),
        ("vcn", server.Tls.VerifyNames),
        ("insecure", server.Tls is { SkipsCheck: true, IsPinned: false } ? "1" : null),
    ];

    private static string Tuic(Proxy proxy)
    {
        var server = proxy.Server;
        var user = $"{Escape(proxy.Credential.Uuid)}:{Escape(proxy.Credential.Password)}";
        return Made("tuic", user, proxy, "", [
            .. OverTls(server).Where(pair => pair.Item1 is not ("security" or "fp" or "alpn")),
            ("alpn", Alpn(server.Tls) ?? "h3"),
            ("congestion_control", server.Congestion),
            ("udp_relay_mode", server.UdpRelay),
        ]);
    }

    private static string Hysteria2(Proxy proxy)
    {
        var (server, tls) = (proxy.Server, proxy.Server.Tls);
        return Link("hysteria2", proxy.Credential.Password, proxy, "/", [
            ("sni", server.ServerName),
            ("alpn", Alpn(tls)),
            ("insecure", tls is { SkipsCheck: true, IsPinned: false } ? "1" : null),
            ("pinSHA256", tls.CertificateSha256),
            ("ech", tls.Ech),
            ("vcn", tls.VerifyNames),
            ("obfs", server.Obfs?.Type),
            ("obfs-password", server.Obfs?.Password),
            ("mport", server.Ports),
            ("fm", server.FinalMask),
        ]);
    }

    private static string Link(string scheme, string user, Proxy proxy, string path, IEnumerable<(string Name, string? Value)> parameters) =>
        Made(scheme, Escape(user), proxy, path, parameters);

    private static string Made(string scheme, string user, Proxy proxy, string path, IEnumerable<(string Name, string? Value)> parameters)
    {
        var query = string.Join('&', parameters.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Escape(pair.Value!)}"));
        return $"{scheme}://{user}@{proxy.Server.Authority}{path}{(query.Length > 0 ? "?" + query : "")}#{Escape(proxy.Name)}";
    }

    /// <summary>The second version of the link, which is JSON in base64.</summary>
    private static string Vmess(Proxy proxy)
    {
        var (server, tls, transport) = (proxy.Server, proxy.Server.Tls, proxy.Server.Transport);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            foreach (var (name, value) in new (string, string?)[]
            {
                ("v", "2"), ("ps", proxy.Name), ("add", server.Host), ("port", server.Port.ToString(CultureInfo.InvariantCulture)),
                ("id", proxy.Credential.Uuid), ("aid", "0"), ("scy", server.Method),
                ("net", transport.Kind == Transports.Http ? "tcp" : transport.Kind), ("type", VmessType(transport)),
                ("host", transport.Kind == Transports.Grpc ? transport.Authority ?? "" : transport.Host ?? ""),
                ("path", transport.Kind switch
                {
                    Transports.Grpc => transport.ServiceName,
                    Transports.Tcp or Transports.Kcp => "",
                    _ => PathWithEarlyData(transport),
                }),
                ("tls", tls.IsOn ? "tls" : ""), ("sni", tls.IsOn ? server.ServerName ?? "" : ""), ("alpn", string.Join(',', tls.Alpn)),
                ("fp", tls.Fingerprint ?? ""), ("ech", tls.Ech), ("pcs", tls.CertificateSha256), ("vcn", tls.VerifyNames),
                ("extra", transport.Extra), ("fm", server.FinalMask),
            })
            {
                if (value is not null)
                    json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string VmessType(ProxyTransport transport) => transport.Kind switch
    {
        Transports.Http => "http",
        Transports.Grpc or Transports.Xhttp => transport.Mode!,
        _ => "none",
    };

    private static string PathWithEarlyData(ProxyTransport transport) => transport.EarlyData == 0
        ? transport.Path
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{transport.Path}{(transport.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}ed={transport.EarlyData}");

    private static string? Alpn(ProxyTls tls) => tls.Alpn.Count > 0 ? string.Join(',', tls.Alpn) : null;

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
