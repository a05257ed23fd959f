namespace VpsPanel.Application.Proxies.Outbounds;

/// <summary>One way to a node: where it listens and how it wants to be spoken to. The same for every user.</summary>
/// <param name="Protocol">One of <see cref="ProxyProtocols"/>.</param>
/// <param name="Host">A name or an address; IPv6 without brackets.</param>
/// <param name="Method">The cipher of shadowsocks and vmess.</param>
internal sealed record ProxyServer(string Protocol, string Host, int Port, string Method, ProxyTls Tls, ProxyTransport Transport)
{
    /// <summary>Of shadowsocks 2022, which puts it in front of the user's key; null where users have no keys of their own.</summary>
    public string? ServerKey { get; init; }

    /// <summary>Of shadowsocks (SIP003).</summary>
    public ProxyPlugin? Plugin { get; init; }

    /// <summary>Of vless, such as <c>xtls-rprx-vision</c>.</summary>
    public string? Flow { get; init; }

    /// <summary>Of vless, such as <c>mlkem768x25519plus.native.0rtt.KEY</c>; null for none.</summary>
    public string? Encryption { get; init; }

    /// <summary>Of hysteria2.</summary>
    public ProxyObfs? Obfs { get; init; }

    /// <summary>Of hysteria2, which moves between them: <c>20000-30000,443</c>; null where it stays on one port.</summary>
    public string? Ports { get; init; }

    /// <summary>Seconds on one of <see cref="Ports"/>; 0 for the client's own default.</summary>
    public int HopSeconds { get; init; }

    /// <summary>Of hysteria2; 0 when the client shall measure.</summary>
    public int UpMbps { get; init; }

    /// <inheritdoc cref="UpMbps"/>
    public int DownMbps { get; init; }

    /// <summary>Of tuic: <c>cubic</c>, <c>new_reno</c> or <c>bbr</c>.</summary>
    public string? Congestion { get; init; }

    /// <summary>Of tuic: <c>native</c> or <c>quic</c>.</summary>
    public string? UdpRelay { get; init; }

    /// <summary>Many streams in one connection; a client that has none uses a connection for each.</summary>
    public ProxyMultiplex? Multiplex { get; init; }

    /// <summary>Xray's masks around the transport, as compact JSON.</summary>
    public string? FinalMask { get; init; }

    /// <summary>With brackets around IPv6, as addresses write it.</summary>
    public string Authority => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <summary>The name in the TLS greeting: the one that was set, else the Host header's; null for the address.</summary>
    public string? ServerName => Tls.Name ?? Transport.Host;
}

/// <param name="Name">The server's name; null for its host.</param>
/// <param name="SkipsCheck">Whether clients accept any certificate.</param>
/// <param name="Fingerprint">Whose greeting clients imitate, such as <c>chrome</c>; null for their own.</param>
internal sealed record ProxyTls(bool IsOn, string? Name, bool SkipsCheck, IReadOnlyList<string> Alpn, string? Fingerprint)
{
    public static ProxyTls Off { get; } = new(false, null, false, [], null);

    /// <summary>Not null where the server hides behind another site's certificate.</summary>
    public RealityKey? Reality { get; init; }

    /// <summary>SHA-256 of the certificate in lower-case hexadecimal.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>SHA-256 of the certificate's public key in base64. Cannot be reckoned from <see cref="CertificateSha256"/>.</summary>
    public string? PublicKeySha256 { get; init; }

    /// <summary>The names of which the certificate must bear one, with commas between; null for the server's name.</summary>
    public string? VerifyNames { get; init; }

    /// <summary>The keys of encrypted client hello, in base64, or the address of a resolver that tells them.</summary>
    public string? Ech { get; init; }

    public bool IsPinned => CertificateSha256 is not null || PublicKeySha256 is not null;
}

/// <param name="PublicKey">43 characters of base64url.</param>
/// <param name="ShortId">Hexadecimal; may be empty.</param>
internal sealed record RealityKey(string PublicKey, string ShortId)
{
    public string? SpiderX { get; init; }

    /// <summary>The key of an additional signature, in base64url.</summary>
    public string? Mldsa65Verify { get; init; }
}

/// <param name="Kind">One of <see cref="Transports"/>.</param>
/// <param name="Path">Without the <c>ed</c> of early data.</param>
/// <param name="Host">Of the Host header; null for the server's own.</param>
internal sealed record ProxyTransport(string Kind, string Path, string? Host, string ServiceName)
{
    public static ProxyTransport Tcp { get; } = new(Transports.Tcp, "/", null, "");

    /// <summary>Of grpc (<c>gun</c>, <c>multi</c>) and xhttp (<c>auto</c>, <c>packet-up</c>, <c>stream-up</c>, <c>stream-one</c>).</summary>
    public string? Mode { get; init; }

    /// <summary>Of xhttp, compact JSON.</summary>
    public string? Extra { get; init; }

    /// <summary>Bytes of the first flight that ws and httpupgrade carry in the request; 0 for none.</summary>
    public int EarlyData { get; init; }

    public string? EarlyDataHeader { get; init; }

    /// <summary>Of grpc.</summary>
    public string? Authority { get; init; }

    /// <summary>Of kcp.</summary>
    public string? Seed { get; init; }

    /// <summary>What kcp and quic look like; null for nothing.</summary>
    public string? HeaderType { get; init; }

    public bool IsWebSocket => Kind == Transports.WebSocket;
}

internal static class Transports
{
    public const string Tcp = "tcp";

    /// <summary>Raw TCP that begins like a request of HTTP/1.1.</summary>
    public const string Http = "http";
    public const string WebSocket = "ws";
    public const string Grpc = "grpc";
    public const string HttpUpgrade = "httpupgrade";
    public const string Xhttp = "xhttp";
    public const string Kcp = "kcp";
    public const string H2 = "h2";
    public const string Quic = "quic";
}

/// <param name="Kind"><c>obfs</c> or <c>v2ray-plugin</c>.</param>
/// <param name="Mode"><c>http</c> or <c>tls</c> of obfs, <c>websocket</c> of v2ray-plugin.</param>
/// <param name="Tls">Of v2ray-plugin.</param>
internal sealed record ProxyPlugin(string Kind, string Mode, string? Host, string? Path, bool Tls)
{
    public const string Obfs = "obfs";
    public const string V2Ray = "v2ray-plugin";
}

/// <param name="Type"><c>salamander</c> or <c>gecko</c>.</param>
internal sealed record ProxyObfs(string Type, string Password)
{
    public const string Salamander = "salamander";
}

/// <param name="Protocol"><c>smux</c>, <c>yamux</c> or <c>h2mux</c>; null for the client's choice.</param>
internal sealed record ProxyMultiplex(string? Protocol, int MaxConnections, int MinStreams, int MaxStreams, bool Padding);

internal static class ProxyProtocols
{
    public const string Shadowsocks = "shadowsocks";
    public const string Vmess = "vmess";
    public const string Vless = "vless";
    public const string Trojan = "trojan";
    public const string Hysteria2 = "hysteria2";
    public const string Tuic = "tuic";
    public const string AnyTls = "anytls";

    public static IReadOnlyList<string> All { get; } = [Shadowsocks, Vmess, Vless, Trojan, Hysteria2, Tuic, AnyTls];

    /// <summary>The protocol that a kernel's name stands for; null for one that clients do not speak.</summary>
    public static string? Of(string kernel) => kernel switch
    {
        "shadowsocks" or "ss" => Shadowsocks,
        "vmess" => Vmess,
        "vless" => Vless,
        "trojan" => Trojan,
        "hysteria2" or "hy2" => Hysteria2,
        "tuic" => Tuic,
        "anytls" => AnyTls,
        _ => null,
    };
}
