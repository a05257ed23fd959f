using System.Text.Json;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>Makes out of what a kernel told how clients reach it.</summary>
internal static class ServerReader
{
    /// <summary>
    /// Null for a kernel that clients cannot use: no protocol of theirs, no address, or a configuration that makes no sense.
    /// </summary>
    public static ProxyServer? Read(string kernel, string endpoint, string config)
    {
        if (ProxyProtocols.Of(kernel) is not { } protocol || KernelEndpoint.Parse(endpoint) is not { } address)
            return null;

        try
        {
            using var json = JsonDocument.Parse(config);
            return Read(protocol, address, KernelConfig.Of(json.RootElement));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Also text that is no text, such as half a surrogate pair. One odd kernel must not cost users the others.
            return null;
        }
    }

    private static ProxyServer? Read(string protocol, KernelEndpoint address, KernelConfig config)
    {
        var port = config.Number("port", "server_port", "listen_port") ?? address.Port;
        if (port is < 1 or > 65_535)
            return null;

        var tls = Tls(protocol, config);
        return new ProxyServer(protocol, address.Host, port, Method(protocol, config), tls, Transport(config))
        {
            ServerKey = config.Text("server_key", "server_psk"),
            Flow = config.Text("flow"),
            ObfsPassword = config.Text("obfs_password") ?? config.Inner("obfs").Text("password"),
            UpMbps = config.Number("up_mbps", "up") ?? 0,
            DownMbps = config.Number("down_mbps", "down") ?? 0,
        };
    }

    private static string Method(string protocol, KernelConfig config) => protocol == ProxyProtocols.Shadowsocks
        ? config.Text("method", "cipher") ?? "aes-256-gcm"
        : config.Text("cipher", "encryption") ?? "auto";

    private static ProxyTls Tls(string protocol, KernelConfig config)
    {
        var inner = config.Inner("tls");
        var reality = Reality(config) ?? Reality(inner) ?? Reality(config.Inner("reality")) ?? Reality(inner.Inner("reality"));
        var isOn = protocol is ProxyProtocols.Trojan or ProxyProtocols.Hysteria2
            || reality is not null
            || (inner.Flag("enabled") ?? config.Flag("tls") ?? config.Flag("security") ?? false);
        if (!isOn || protocol == ProxyProtocols.Shadowsocks)
            return ProxyTls.Off;

        string[] names = ["sni", "server_name", "servername", "peer"];
        string[] skips = ["insecure", "allow_insecure", "skip_cert_verify"];
        string[] prints = ["fingerprint", "client_fingerprint", "fp"];
        var alpn = inner.List("alpn");
        return new ProxyTls(
            true,
            inner.Text(names) ?? config.Text(names),
            inner.Flag(skips) ?? config.Flag(skips) ?? false,
            alpn.Count > 0 ? alpn : config.List("alpn"),
            inner.Text(prints) ?? config.Text(prints))
        { Reality = reality };
    }

    private static RealityKey? Reality(KernelConfig config) => config.Text("public_key", "reality_public_key", "pbk") is { } key
        ? new RealityKey(key, config.Text("short_id", "reality_short_id", "sid") ?? "")
        : null;

    private static ProxyTransport Transport(KernelConfig config)
    {
        var inner = config.Inner("transport");
        var kind = inner.Text("type") ?? config.Text("transport", "network", "net");
        var path = inner.Text("path") ?? config.Text("path") ?? "/";
        return kind is "ws" or "grpc" or "httpupgrade"
            ? new ProxyTransport(
                kind,
                path.StartsWith('/') ? path : "/" + path,
                inner.Text("host") ?? inner.Inner("headers").Text("host") ?? config.Text("ws_host", "host_header"),
                inner.Text("service_name") ?? config.Text("service_name") ?? "")
            : ProxyTransport.Tcp;
    }
}
