namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>An entry of <c>proxies</c> in a profile of Clash and Mihomo.</summary>
internal static class ClashProxy
{
    public static IReadOnlyDictionary<string, object?> Of(Proxy proxy)
    {
        var server = proxy.Server;
        var entry = new Dictionary<string, object?>
        {
            ["name"] = proxy.Name,
            ["server"] = server.Host,
            ["port"] = (long)server.Port,
            ["udp"] = true,
        };
        switch (server.Protocol)
        {
            case ProxyProtocols.Shadowsocks:
                entry["type"] = "ss";
                entry["cipher"] = server.Method;
                entry["password"] = proxy.ShadowsocksPassword;
                return entry;
            case ProxyProtocols.Vmess:
                entry["type"] = "vmess";
                entry["uuid"] = proxy.Credential.Uuid;
                entry["alterId"] = 0L;
                entry["cipher"] = server.Method;
                break;
            case ProxyProtocols.Vless:
                entry["type"] = "vless";
                entry["uuid"] = proxy.Credential.Uuid;
                Put(entry, "flow", server.Flow);
                break;
            case ProxyProtocols.Trojan:
                entry["type"] = "trojan";
                entry["password"] = proxy.Credential.Password;
                break;
            default:
                Hysteria2(entry, proxy);
                break;
        }

        Tls(entry, server);
        Transport(entry, server.Transport);
        return entry;
    }

    private static void Hysteria2(Dictionary<string, object?> entry, Proxy proxy)
    {
        var server = proxy.Server;
        entry["type"] = "hysteria2";
        entry["password"] = proxy.Credential.Password;
        if (server.ObfsPassword is { } obfs)
        {
            entry["obfs"] = "salamander";
            entry["obfs-password"] = obfs;
        }

        if (server.UpMbps > 0)
            entry["up"] = $"{server.UpMbps} Mbps";
        if (server.DownMbps > 0)
            entry["down"] = $"{server.DownMbps} Mbps";
    }

    private static void Tls(Dictionary<string, object?> entry, ProxyServer server)
    {
        if (!server.Tls.IsOn)
            return;

        var isImplied = server.Protocol is ProxyProtocols.Trojan or ProxyProtocols.Hysteria2;
        if (!isImplied)
            entry["tls"] = true;

        Put(entry, isImplied ? "sni" : "servername", server.Tls.Name);
        Put(entry, "client-fingerprint", server.Tls.Fingerprint);
        if (server.Tls.SkipsCheck)
            entry["skip-cert-verify"] = true;
        if (server.Tls.Alpn.Count > 0)
            entry["alpn"] = server.Tls.Alpn.ToList<object?>();
        if (server.Tls.Reality is { } reality)
            entry["reality-opts"] = new Dictionary<string, object?> { ["public-key"] = reality.PublicKey, ["short-id"] = reality.ShortId };
    }

    private static void Transport(Dictionary<string, object?> entry, ProxyTransport transport)
    {
        switch (transport.Kind)
        {
            case "ws" or "httpupgrade":
                var options = new Dictionary<string, object?> { ["path"] = transport.Path };
                if (transport.Host is { } host)
                    options["headers"] = new Dictionary<string, object?> { ["Host"] = host };
                if (transport.Kind == "httpupgrade")
                    options["v2ray-http-upgrade"] = true;

                entry["network"] = "ws";
                entry["ws-opts"] = options;
                break;
            case "grpc":
                entry["network"] = "grpc";
                entry["grpc-opts"] = new Dictionary<string, object?> { ["grpc-service-name"] = transport.ServiceName };
                break;
        }
    }

    private static void Put(Dictionary<string, object?> entry, string name, string? value)
    {
        if (value is not null)
            entry[name] = value;
    }
}
