using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>The link of one proxy, such as <c>vless://…#name</c>. A blank is %20 in it: clients take a plus for a plus.</summary>
internal static class ShareLink
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Proxy proxy) => proxy.Server.Protocol switch
    {
        ProxyProtocols.Shadowsocks => $"ss://{ShadowsocksUser(proxy)}@{proxy.Server.Authority}#{Escape(proxy.Name)}",
        ProxyProtocols.Vmess => "vmess://" + Vmess(proxy),
        ProxyProtocols.Vless => Link("vless", proxy.Credential.Uuid, proxy, [("encryption", "none"), ("flow", proxy.Server.Flow)]),
        ProxyProtocols.Trojan => Link("trojan", proxy.Credential.Password, proxy, []),
        _ => Hysteria2(proxy),
    };

    /// <summary>Ciphers of 2022 are not put into base64, the older ones are.</summary>
    private static string ShadowsocksUser(Proxy proxy) => proxy.Server.Method.StartsWith("2022-", StringComparison.Ordinal)
        ? $"{Escape(proxy.Server.Method)}:{Escape(proxy.ShadowsocksPassword)}"
        : Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{proxy.Server.Method}:{proxy.ShadowsocksPassword}"));

    private static string Link(string scheme, string user, Proxy proxy, IEnumerable<(string, string?)> own)
    {
        var (tls, transport) = (proxy.Server.Tls, proxy.Server.Transport);
        return Link(scheme, user, proxy, "", [
            .. own,
            ("security", tls.Reality is not null ? "reality" : tls.IsOn ? "tls" : "none"),
            ("sni", tls.Name),
            ("fp", tls.Fingerprint ?? (tls.Reality is null ? null : "chrome")),
            ("alpn", tls.Alpn.Count > 0 ? string.Join(',', tls.Alpn) : null),
            ("pbk", tls.Reality?.PublicKey),
            ("sid", tls.Reality?.ShortId),
            ("allowInsecure", tls.SkipsCheck ? "1" : null),
            ("type", transport.Kind),
            ("host", transport.Host),
            ("path", transport.Kind is "ws" or "httpupgrade" ? transport.Path : null),
            ("serviceName", transport.Kind == "grpc" ? transport.ServiceName : null),
        ]);
    }

    private static string Hysteria2(Proxy proxy)
    {
        var (tls, obfs) = (proxy.Server.Tls, proxy.Server.ObfsPassword);
        return Link("hysteria2", proxy.Credential.Password, proxy, "/", [
            ("sni", tls.Name),
            ("insecure", tls.SkipsCheck ? "1" : null),
            ("obfs", obfs is null ? null : "salamander"),
            ("obfs-password", obfs),
        ]);
    }

    private static string Link(string scheme, string user, Proxy proxy, string path, IEnumerable<(string Name, string? Value)> parameters)
    {
        var query = string.Join('&', parameters.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Escape(pair.Value!)}"));
        return $"{scheme}://{Escape(user)}@{proxy.Server.Authority}{path}{(query.Length > 0 ? "?" + query : "")}#{Escape(proxy.Name)}";
    }

    /// <summary>The second version of the link, which is JSON in base64.</summary>
    private static string Vmess(Proxy proxy)
    {
        var (server, tls, transport) = (proxy.Server, proxy.Server.Tls, proxy.Server.Transport);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            foreach (var (name, value) in new[]
            {
                ("v", "2"), ("ps", proxy.Name), ("add", server.Host), ("port", $"{server.Port}"), ("id", proxy.Credential.Uuid),
                ("aid", "0"),
                ("scy", server.Method), ("net", transport.Kind), ("type", "none"), ("host", transport.Host ?? ""),
                ("path", transport.Kind switch { "grpc" => transport.ServiceName, "tcp" => "", _ => transport.Path }),
                ("tls", tls.IsOn ? "tls" : ""), ("sni", tls.Name ?? ""), ("alpn", string.Join(',', tls.Alpn)),
                ("fp", tls.Fingerprint ?? ""),
            })
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
