using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>An entry of <c>proxies</c> in a profile of mihomo, and of Stash where that differs.</summary>
internal static class ClashProxy
{
    public static IReadOnlyDictionary<string, object?> Of(Proxy proxy, bool isStash = false)
    {
        var server = proxy.Server;
        var entry = new Dictionary<string, object?>
        {
            ["name"] = proxy.Name,
            ["server"] = server.Host,
            ["port"] = (long)server.Port,
        };

        // Those over QUIC carry UDP without being told.
        if (server.Protocol is not (ProxyProtocols.Hysteria2 or ProxyProtocols.Tuic))
            entry["udp"] = true;

        Protocol(entry, proxy, isStash);
        Tls(entry, server, isStash);
        ClashTransport.Write(entry, server);
        if (server.Multiplex is { } mux && server.Flow is null && !isStash)
            entry["smux"] = Multiplex(mux);

        return entry;
    }

    private static void Protocol(Dictionary<string, object?> entry, Proxy proxy, bool isStash)
    {
        var server = proxy.Server;
        switch (server.Protocol)
        {
            case ProxyProtocols.Shadowsocks:
                entry["type"] = "ss";
                entry["cipher"] = server.Method;
                entry["password"] = proxy.ShadowsocksPassword;
                Plugin(entry, server.Plugin);
                break;
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
                Put(entry, "encryption", server.Encryption);
                break;
            case ProxyProtocols.Trojan:
                entry["type"] = "trojan";
                entry["password"] = proxy.Credential.Password;
                break;
            case ProxyProtocols.AnyTls:
                entry["type"] = "anytls";
                entry["password"] = proxy.Credential.Password;
                break;
            case ProxyProtocols.Tuic:
                Tuic(entry, proxy, isStash);
                break;
            default:
                Hysteria2(entry, proxy, isStash);
                break;
        }
    }

    private static void Plugin(Dictionary<string, object?> entry, ProxyPlugin? plugin)
    {
        if (plugin is null)
            return;

        var options = new Dictionary<string, object?> { ["mode"] = plugin.Mode };
        if (plugin.Tls)
            options["tls"] = true;
        Put(options, "host", plugin.Host);
        Put(options, "path", plugin.Kind == ProxyPlugin.V2Ray ? plugin.Path : null);
        entry["plugin"] = plugin.Kind;
        entry["plugin-opts"] = options;
    }

    private static void Hysteria2(Dictionary<string, object?> entry, Proxy proxy, bool isStash)
    {
        var server = proxy.Server;
        entry["type"] = "hysteria2";
        entry[isStash ? "auth" : "password"] = proxy.Credential.Password;
        Put(entry, "ports", server.Ports);
        if (server.HopSeconds > 0)
            entry["hop-interval"] = (long)server.HopSeconds;
        if (server.Obfs is { } obfs)
        {
            entry["obfs"] = obfs.Type;
            entry["obfs-password"] = obfs.Password;
        }

        if (server.UpMbps > 0)
            entry[isStash ? "up-speed" : "up"] = isStash ? (long)server.UpMbps : $"{server.UpMbps} Mbps";
        if (server.DownMbps > 0)
            entry[isStash ? "down-speed" : "down"] = isStash ? (long)server.DownMbps : $"{server.DownMbps} Mbps";
    }

    private static void Tuic(Dictionary<string, object?> entry, Proxy proxy, bool isStash)
    {
        entry["type"] = "tuic";
        entry["uuid"] = proxy.Credential.Uuid;
        entry["password"] = proxy.Credential.Password;
        if (isStash)
            entry["version"] = 5L;
        if (proxy.Server.Tls.Alpn.Count == 0)
            entry["alpn"] = new List<object?> { "h3" };
        Put(entry, "congestion-controller", proxy.Server.Congestion);
        Put(entry, "udp-relay-mode", proxy.Server.UdpRelay);
    }

    private static void Tls(Dictionary<string, object?> entry, ProxyServer server, bool isStash)
    {
        var tls = server.Tls;
        if (!tls.IsOn)
            return;

        var hasSwitch = server.Protocol is ProxyProtocols.Vmess or ProxyProtocols.Vless;
        if (hasSwitch)
            entry["tls"] = true;

        Put(entry, hasSwitch ? "servername" : "sni", server.ServerName);
        if (server.Protocol is not (ProxyProtocols.Hysteria2 or ProxyProtocols.Tuic))
            Put(entry, "client-fingerprint", tls.Fingerprint);
        if (tls.CertificateSha256 is { } pin)
            entry[isStash ? "server-cert-fingerprint" : "fingerprint"] = isStash ? pin : WithColons(pin);
        if (tls.SkipsCheck && tls.CertificateSha256 is null)
            entry["skip-cert-verify"] = true;
        if (tls.Alpn.Count > 0)
            entry["alpn"] = tls.Alpn.ToList<object?>();
        if (tls.Ech is { } ech)
            entry["ech-opts"] = new Dictionary<string, object?> { ["enable"] = true, ["config"] = ech };
        if (tls.Reality is { } reality)
            entry["reality-opts"] = new Dictionary<string, object?> { ["public-key"] = reality.PublicKey, ["short-id"] = reality.ShortId };
    }

    private static Dictionary<string, object?> Multiplex(ProxyMultiplex mux)
    {
        var options = new Dictionary<string, object?> { ["enabled"] = true };
        Put(options, "protocol", mux.Protocol);
        if (mux.MaxConnections > 0)
            options["max-connections"] = (long)mux.MaxConnections;
        if (mux.MinStreams > 0)
            options["min-streams"] = (long)mux.MinStreams;
        if (mux.MaxStreams > 0)
            options["max-streams"] = (long)mux.MaxStreams;
        if (mux.Padding)
            options["padding"] = true;

        return options;
    }

    /// <summary>mihomo drops the colons itself; its schema wants them.</summary>
    private static string WithColons(string digits) => string.Join(':', digits.Chunk(2).Select(pair => new string(pair)));

    private static void Put(Dictionary<string, object?> entry, string name, string? value)
    {
        if (value is not null)
            entry[name] = value;
    }
}
