namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>An entry of <c>outbounds</c> in a configuration of sing-box.</summary>
internal static class SingBoxOutbound
{
    public static IReadOnlyDictionary<string, object?> Of(Proxy proxy)
    {
        var server = proxy.Server;
        var outbound = new Dictionary<string, object?>
        {
            ["type"] = server.Protocol,
            ["tag"] = proxy.Name,
            ["server"] = server.Host,
            ["server_port"] = (long)server.Port,
        };
        switch (server.Protocol)
        {
            case ProxyProtocols.Shadowsocks:
                outbound["method"] = server.Method;
                outbound["password"] = proxy.ShadowsocksPassword;
                return outbound;
            case ProxyProtocols.Vmess:
                outbound["uuid"] = proxy.Credential.Uuid;
                outbound["security"] = server.Method;
                outbound["alter_id"] = 0L;
                break;
            case ProxyProtocols.Vless:
                outbound["uuid"] = proxy.Credential.Uuid;
                if (server.Flow is { } flow)
                    outbound["flow"] = flow;
                break;
            case ProxyProtocols.Trojan:
                outbound["password"] = proxy.Credential.Password;
                break;
            default:
                Hysteria2(outbound, proxy);
                break;
        }

        if (server.Tls.IsOn)
            outbound["tls"] = Tls(server);
        if (Transport(server.Transport) is { } transport && server.Protocol != ProxyProtocols.Hysteria2)
            outbound["transport"] = transport;

        return outbound;
    }

    private static void Hysteria2(Dictionary<string, object?> outbound, Proxy proxy)
    {
        var server = proxy.Server;
        outbound["password"] = proxy.Credential.Password;
        if (server.ObfsPassword is { } obfs)
            outbound["obfs"] = new Dictionary<string, object?> { ["type"] = "salamander", ["password"] = obfs };
        if (server.UpMbps > 0)
            outbound["up_mbps"] = (long)server.UpMbps;
        if (server.DownMbps > 0)
            outbound["down_mbps"] = (long)server.DownMbps;
    }

    private static Dictionary<string, object?> Tls(ProxyServer server)
    {
        var tls = new Dictionary<string, object?> { ["enabled"] = true, ["server_name"] = server.Tls.Name ?? server.Host };
        if (server.Tls.SkipsCheck)
            tls["insecure"] = true;
        if (server.Tls.Alpn.Count > 0)
            tls["alpn"] = server.Tls.Alpn.ToList<object?>();

        // Reality works with a browser's handshake only.
        var fingerprint = server.Tls.Fingerprint ?? (server.Tls.Reality is null ? null : "chrome");
        if (fingerprint is not null && server.Protocol != ProxyProtocols.Hysteria2)
            tls["utls"] = new Dictionary<string, object?> { ["enabled"] = true, ["fingerprint"] = fingerprint };
        if (server.Tls.Reality is { } reality)
        {
            tls["reality"] = new Dictionary<string, object?>
            {
                ["enabled"] = true, ["public_key"] = reality.PublicKey, ["short_id"] = reality.ShortId,
            };
        }

        return tls;
    }

    private static Dictionary<string, object?>? Transport(ProxyTransport transport) => transport.Kind switch
    {
        "ws" when transport.Host is { } host => new()
        {
            ["type"] = "ws", ["path"] = transport.Path, ["headers"] = new Dictionary<string, object?> { ["Host"] = host },
        },
        "ws" => new() { ["type"] = "ws", ["path"] = transport.Path },
        "httpupgrade" => new() { ["type"] = "httpupgrade", ["path"] = transport.Path, ["host"] = transport.Host ?? "" },
        "grpc" => new() { ["type"] = "grpc", ["service_name"] = transport.ServiceName },
        _ => null,
    };
}
