using VpsPanel.Application.Proxies.Outbounds.Dialects;
using VpsPanel.Domain.Proxies.Outbounds;
using static VpsPanel.Application.Proxies.Outbounds.Dialects.ProxyField;

namespace VpsPanel.Application.Proxies.Outbounds;

/// <summary>Makes a server of what the keys said, and judges every value and how they go together.</summary>
internal sealed class ServerBuilder(Findings found)
{
    private string Protocol => found.Protocol;

    /// <summary>Null when something is wrong; the findings then tell what.</summary>
    public ProxyServer? Build(string endpoint)
    {
        var address = Address(endpoint);
        var tls = new TlsBuilder(found).Build();
        var transport = new TransportBuilder(found).Build(tls);
        var method = Method();
        var server = new ProxyServer(Protocol, address.Host, address.Port, method, tls, transport)
        {
            ServerKey = ServerKey(method),
            Plugin = Plugin(),
            Encryption = Encryption(),
            Obfs = Obfs(),
            Ports = PortsToHop(),
            HopSeconds = Number(HopSeconds),
            UpMbps = Number(UpMbps),
            DownMbps = Number(DownMbps),
            Congestion = Word(Congestion, "cubic", "new_reno", "bbr"),
            UdpRelay = Word(UdpRelay, "native", "quic"),
            Multiplex = Multiplex(),
            FinalMask = found[FinalMask],
        };
        Check(server);
        server = server with { Flow = Flow(server) };
        return found.Faults.Count == 0 ? server : null;
    }

    private KernelEndpoint Address(string endpoint)
    {
        var given = KernelEndpoint.Parse(endpoint);
        var told = found[Server] is { } server ? KernelEndpoint.Parse(server) : null;
        if (found[Server] is not null && told is null)
            found.Refuse(found.KeyOf(Server), "must be a name or an address");
        else if (given is { } one && told is { } other && !string.Equals(one.Host, other.Host, StringComparison.OrdinalIgnoreCase))
            found.Disagree("endpoint", found.KeyOf(Server));

        if ((given ?? told) is not { } host)
        {
            if (found[Server] is null)
                found.Refuse("endpoint", "must be host:port");

            return default;
        }

        return host with { Port = Port(host) };
    }

    private int Port(KernelEndpoint host)
    {
        var key = found.KeyOf(ProxyField.Port, ServerPort);
        if ((found[ProxyField.Port] ?? found[ServerPort]) is { } told)
        {
            // v2board writes a range of ports to hop between in the place of the port.
            if (Protocol == ProxyProtocols.Hysteria2 && told.AsSpan().ContainsAny('-', ','))
            {
                found.Put(Ports, ServerValues.Ports(told) ?? told, key);
                return FirstPort();
            }

            if (ServerValues.Port(told) is { } port)
                return port;

            found.Refuse(key, "must be one port from 1 to 65535");
            return 0;
        }

        if (host.Port > 0)
            return host.Port;

        if (found[ListenPort] is { } listens)
        {
            if (ServerValues.Port(listens) is { } port)
                return port;

            found.Refuse(found.KeyOf(ListenPort), "must be one port from 1 to 65535");
            return 0;
        }

        if (FirstPort() is > 0 and var first)
            return first;

        found.Refuse("endpoint", "must be host:port");
        return 0;
    }

    private int FirstPort() => found[Ports] is { } ports && ServerValues.Ports(ports) is { } good
        ? ServerValues.Port(good.Split(',', '-')[0])!.Value
        : 0;

    private string? PortsToHop()
    {
        if (found[Ports] is not { } ports)
            return null;

        if (Protocol != ProxyProtocols.Hysteria2)
            found.Refuse(found.KeyOf(Ports), "is of hysteria2 only");
        else if (ServerValues.Ports(ports) is { } good)
            return good;
        else
            found.Refuse(found.KeyOf(Ports), "must be ports and ranges from 1 to 65535, such as 20000-30000");

        return null;
    }

    private string Method()
    {
        switch (Protocol)
        {
            case ProxyProtocols.Shadowsocks:
                var cipher = found[ProxyField.Method]?.ToLowerInvariant() ?? "aes-256-gcm";
                if (cipher == "2022-blake3-chacha20-poly1305")
                    found.Refuse(
                        found.KeyOf(ProxyField.Method),
                        "must be 2022-blake3-aes-128-gcm or 2022-blake3-aes-256-gcm: the chacha20 method has one key for everybody");
                else if (cipher is not ("aes-128-gcm" or "aes-192-gcm" or "aes-256-gcm" or "chacha20-ietf-poly1305"
                    or "2022-blake3-aes-128-gcm" or "2022-blake3-aes-256-gcm"))
                    found.Refuse(
                        found.KeyOf(ProxyField.Method),
                        "must be aes-128-gcm, aes-192-gcm, aes-256-gcm, chacha20-ietf-poly1305, 2022-blake3-aes-128-gcm or 2022-blake3-aes-256-gcm");
                return cipher;
            case ProxyProtocols.Vmess:
                return Word(ProxyField.Method, "auto", "aes-128-gcm", "chacha20-poly1305", "none", "zero") ?? "auto";
            default:
                // Panels write "auto" or "none" for every protocol.
                if (found[ProxyField.Method] is { } other && other is not ("auto" or "none"))
                    found.Refuse(found.KeyOf(ProxyField.Method), "is of shadowsocks and vmess only");
                return "auto";
        }
    }

    private string? ServerKey(string method)
    {
        var key = found[ProxyField.ServerKey];
        if (key is null || Protocol != ProxyProtocols.Shadowsocks || !method.StartsWith("2022-", StringComparison.Ordinal))
            return null;

        if (!ServerValues.IsServerKey(key, method))
            found.Refuse(
                found.KeyOf(ProxyField.ServerKey),
                $"must be base64 of {(method.Contains("aes-128", StringComparison.Ordinal) ? 16 : 32)} bytes, with its padding");
        return key;
    }

    private string? Encryption()
    {
        if (found[ProxyField.Encryption] is not { } text || text == "none")
            return null;

        if (!ServerValues.IsVlessEncryption(text))
            found.Refuse(found.KeyOf(ProxyField.Encryption), "must be none or mlkem768x25519plus.MODE.RTT.KEY");
        return text;
    }

    /// <summary>Only over raw TCP under TLS or REALITY, or inside of VLESS encryption.</summary>
    private string? Flow(ProxyServer server)
    {
        if (found[ProxyField.Flow] is not { } flow || flow == "none")
            return null;

        var key = found.KeyOf(ProxyField.Flow);
        if (Protocol != ProxyProtocols.Vless)
            found.Refuse(key, "is of vless only");
        else if (flow is not ("xtls-rprx-vision" or "xtls-rprx-vision-udp443"))
            found.Refuse(key, "must be xtls-rprx-vision or empty");
        else if (server.Encryption is null && (server.Transport.Kind != Transports.Tcp || !server.Tls.IsOn))
            found.Refuse(key, "needs raw tcp under TLS or REALITY, or encryption");
        return flow;
    }

    private ProxyPlugin? Plugin()
    {
        var isShadowsocks = Protocol == ProxyProtocols.Shadowsocks;
        var word = found[ProxyField.Plugin]?.ToLowerInvariant();
        if (word is null && isShadowsocks && found[ObfsWord] is { } mode && mode is not ("none" or "plain"))
            return ObfsPlugin(mode, ObfsWord);

        if (word is null)
            return null;

        if (!isShadowsocks)
            found.Refuse(found.KeyOf(ProxyField.Plugin), "is of shadowsocks only");
        switch (word)
        {
            case "obfs" or "obfs-local" or "simple-obfs":
                return ObfsPlugin(found[PluginMode] ?? "http", PluginMode);
            case "v2ray-plugin":
                if (found[PluginMode] is not (null or "websocket"))
                    found.Refuse(found.KeyOf(PluginMode), "must be websocket");
                return new ProxyPlugin(ProxyPlugin.V2Ray, "websocket", PluginName(), PluginPathText(), found.IsTrue(PluginTls));
            default:
                found.Refuse(found.KeyOf(ProxyField.Plugin), "must be obfs or v2ray-plugin");
                return null;
        }
    }

    private ProxyPlugin ObfsPlugin(string mode, ProxyField field)
    {
        if (mode is not ("http" or "tls"))
            found.Refuse(found.KeyOf(field), "must be http or tls");
        return new ProxyPlugin(ProxyPlugin.Obfs, mode, PluginName(), PluginPathText(), false);
    }

    private string? PluginName() => Name(PluginHost);

    private string? PluginPathText()
    {
        if (found[PluginPath] is not { } path)
            return null;

        if (path.AsSpan().ContainsAny(";,\\\""))
            found.Refuse(found.KeyOf(PluginPath), "must not hold ; , \\ or \"");
        return path.StartsWith('/') ? path : "/" + path;
    }

    private ProxyObfs? Obfs()
    {
        if (Protocol != ProxyProtocols.Hysteria2)
        {
            if (Protocol != ProxyProtocols.Shadowsocks && found[ObfsWord] is { } word && word is not ("none" or "plain"))
                found.Refuse(found.KeyOf(ObfsWord), "is of shadowsocks and hysteria2 only");
            return null;
        }

        var type = found[ObfsType] ?? (found[ObfsWord] is "true" or "1" ? null : found[ObfsWord]);
        var password = found[ObfsPassword];
        if (found.IsFalse(ObfsOpen) || type is "none" or "plain" or "false" or "0" || (type is null && password is null && !found.IsTrue(ObfsOpen)))
            return null;

        if (type is not (null or ProxyObfs.Salamander or "gecko"))
            found.Refuse(found.KeyOf(ObfsType, ObfsWord), "must be salamander");
        else if (password is null || System.Text.Encoding.UTF8.GetByteCount(password) < 4)
            found.Refuse(found.KeyOf(ObfsPassword, ObfsType, ObfsWord), "needs a password of at least 4 bytes");
        return new ProxyObfs(type ?? ProxyObfs.Salamander, password ?? "");
    }

    private ProxyMultiplex? Multiplex()
    {
        if (!found.IsTrue(MuxEnabled))
            return null;

        return new ProxyMultiplex(
            Word(MuxProtocol, "smux", "yamux", "h2mux"), Number(MuxMaxConnections), Number(MuxMinStreams), Number(MuxMaxStreams),
            found.IsTrue(MuxPadding));
    }

    private void Check(ProxyServer server)
    {
        if (found[AlterId] is { } alter && alter != "0")
            found.Refuse(found.KeyOf(AlterId), "must be 0: clients have no other any more");
        if (Protocol == ProxyProtocols.Tuic && found[ProxyField.Version] is { } version && version is not "5")
            found.Refuse(found.KeyOf(ProxyField.Version), "must be 5");
        if (server.Tls.Reality is not null && server.Transport.Kind is not (Transports.Tcp or Transports.Grpc or Transports.Xhttp))
            found.Refuse(found.KeyOf(Network, NetworkSettings, HttpWord), "must be tcp, grpc or xhttp under REALITY");
        if (server.Transport.Kind != Transports.Tcp
            && Protocol is ProxyProtocols.Shadowsocks or ProxyProtocols.Hysteria2 or ProxyProtocols.Tuic or ProxyProtocols.AnyTls)
            found.Refuse(found.KeyOf(Network, NetworkSettings, HttpWord), $"is not of {Protocol}");
        if (server.Tls.Reality is not null && Protocol is ProxyProtocols.Hysteria2 or ProxyProtocols.Tuic)
            found.Refuse(found.KeyOf(PublicKey, Security), "is not of protocols over QUIC");
    }

    private int Number(ProxyField field) => int.Parse(found[field] ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    private string? Word(ProxyField field, params ReadOnlySpan<string> words)
    {
        if (found[field]?.ToLowerInvariant() is not { } word)
            return null;

        if (!words.Contains(word))
            found.Refuse(found.KeyOf(field), $"must be one of {string.Join(", ", words)}");
        return word;
    }

    private string? Name(ProxyField field)
    {
        if (found[field] is not { } text)
            return null;

        if (ServerValues.Name(text) is not { } name)
            found.Refuse(found.KeyOf(field), "must be a name or an address");
        else
            return name;

        return null;
    }
}
