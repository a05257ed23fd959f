using VpsPanel.Application.Proxies.Outbounds;

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
        Protocol(outbound, proxy);
        if (server.Tls.IsOn)
            outbound["tls"] = Tls(server);
        if (Transport(server.Transport) is { } transport)
            outbound["transport"] = transport;
        if (server.Multiplex is { } mux && server.Flow is null)
            outbound["multiplex"] = Multiplex(mux);

        return outbound;
    }

    private static void Protocol(Dictionary<string, object?> outbound, Proxy proxy)
    {
        var server = proxy.Server;
        switch (server.Protocol)
        {
            case ProxyProtocols.Shadowsocks:
                outbound["method"] = server.Method;
                outbound["password"] = proxy.ShadowsocksPassword;
                if (server.Plugin is { } plugin)
                {
                    outbound["plugin"] = PluginText.Name(plugin);
                    outbound["plugin_opts"] = PluginText.Options(plugin);
                }

                break;
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
            case ProxyProtocols.Tuic:
                outbound["uuid"] = proxy.Credential.Uuid;
                outbound["password"] = proxy.Credential.Password;
                if (server.Congestion is { } congestion)
                    outbound["congestion_control"] = congestion;
                if (server.UdpRelay is { } relay)
                    outbound["udp_relay_mode"] = relay;
                break;
            case ProxyProtocols.Hysteria2:
                Hysteria2(outbound, proxy);
                break;
            default:
                outbound["password"] = proxy.Credential.Password;
                break;
        }
    }

    private static void Hysteria2(Dictionary<string, object?> outbound, Proxy proxy)
    {
        var server = proxy.Server;
        outbound["password"] = proxy.Credential.Password;
        if (server.Ports is { } ports)
        {
            // One list in place of the port; a single port is a range too.
            outbound.Remove("server_port");
            outbound["server_ports"] = ports.Split(',')
                .Select(range => (object?)(range.Contains('-', StringComparison.Ordinal) ? range.Replace('-', ':') : $"{range}:{range}")).ToList();
            if (server.HopSeconds > 0)
                outbound["hop_interval"] = $"{server.HopSeconds}s";
        }

        if (server.Obfs is { } obfs)
            outbound["obfs"] = new Dictionary<string, object?> { ["type"] = obfs.Type, ["password"] = obfs.Password };
        if (server.UpMbps > 0)
            outbound["up_mbps"] = (long)server.UpMbps;
        if (server.DownMbps > 0)
            outbound["down_mbps"] = (long)server.DownMbps;
    }

    private static Dictionary<string, object?> Tls(ProxyServer server)
    {
        var (settings, isQuic) = (server.Tls, server.Protocol is ProxyProtocols.Hysteria2 or ProxyProtocols.Tuic);
        var tls = new Dictionary<string, object?> { ["enabled"] = true, ["server_name"] = server.ServerName ?? server.Host };
        if (settings.PublicKeySha256 is { } pin)
            tls["certificate_public_key_sha256"] = new List<object?> { pin };
        else if (settings.SkipsCheck)
            tls["insecure"] = true;
        if (settings.Alpn.Count > 0)
            tls["alpn"] = settings.Alpn.ToList<object?>();
        else if (server.Protocol == ProxyProtocols.Tuic)
            tls["alpn"] = new List<object?> { "h3" };
        if (settings.Fingerprint is { } fingerprint && !isQuic)
            tls["utls"] = new Dictionary<string, object?> { ["enabled"] = true, ["fingerprint"] = fingerprint };
        if (settings.Ech is { } ech)
            tls["ech"] = new Dictionary<string, object?> { ["enabled"] = true, ["config"] = Pem(ech) };
        if (settings.Reality is { } reality)
        {
            tls["reality"] = new Dictionary<string, object?>
            {
                ["enabled"] = true, ["public_key"] = reality.PublicKey, ["short_id"] = reality.ShortId,
            };
        }

        return tls;
    }

    private static List<object?> Pem(string base64) =>
        ["-----BEGIN ECH CONFIGS-----", .. base64.Chunk(64).Select(line => new string(line)), "-----END ECH CONFIGS-----"];

    private static Dictionary<string, object?>? Transport(ProxyTransport transport)
    {
        switch (transport.Kind)
        {
            case Transports.WebSocket:
                var ws = new Dictionary<string, object?> { ["type"] = "ws", ["path"] = transport.Path };
                if (transport.Host is { } host)
                    ws["headers"] = new Dictionary<string, object?> { ["Host"] = host };
                if (transport.EarlyData > 0)
                {
                    ws["max_early_data"] = (long)transport.EarlyData;
                    ws["early_data_header_name"] = transport.EarlyDataHeader;
                }

                return ws;
            case Transports.HttpUpgrade:
                return new() { ["type"] = "httpupgrade", ["path"] = transport.Path, ["host"] = transport.Host ?? "" };
            case Transports.Grpc:
                return new() { ["type"] = "grpc", ["service_name"] = transport.ServiceName };
            case Transports.Http or Transports.H2:
                List<object?> hosts = transport.Host is { } name ? [name] : [];
                return new() { ["type"] = "http", ["host"] = hosts, ["path"] = transport.Path };
            case Transports.Quic:
                return new() { ["type"] = "quic" };
            default:
                return null;
        }
    }

    private static Dictionary<string, object?> Multiplex(ProxyMultiplex mux)
    {
        var options = new Dictionary<string, object?> { ["enabled"] = true };
        if (mux.Protocol is { } protocol)
            options["protocol"] = protocol;
        if (mux.MaxConnections > 0)
            options["max_connections"] = (long)mux.MaxConnections;
        if (mux.MinStreams > 0)
            options["min_streams"] = (long)mux.MinStreams;
        if (mux.MaxStreams > 0)
            options["max_streams"] = (long)mux.MaxStreams;
        if (mux.Padding)
            options["padding"] = true;

        return options;
    }
}
