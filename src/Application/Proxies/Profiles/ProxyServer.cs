namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>One way to a node: where it listens and how it wants to be spoken to. The same for every user.</summary>
/// <param name="Protocol">One of <see cref="ProxyProtocols"/>.</param>
/// <param name="Host">A name or an address; IPv6 without brackets.</param>
/// <param name="Method">The cipher of shadowsocks and vmess.</param>
/// <param name="ServerKey">Of shadowsocks 2022, which puts it in front of the user's key; null where users have no keys of their
/// own.</param>
internal sealed record ProxyServer(string Protocol, string Host, int Port, string Method, ProxyTls Tls, ProxyTransport Transport)
{
    public string? ServerKey { get; init; }

    /// <summary>Of vless, such as <c>xtls-rprx-vision</c>.</summary>
    public string? Flow { get; init; }

    /// <summary>Of hysteria2.</summary>
    public string? ObfsPassword { get; init; }

    /// <summary>Of hysteria2; 0 when the client shall measure.</summary>
    public int UpMbps { get; init; }

    /// <inheritdoc cref="UpMbps"/>
    public int DownMbps { get; init; }

    /// <summary>With brackets around IPv6, as addresses write it.</summary>
    public string Authority => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}

/// <param name="Name">The server's name; null for its host.</param>
/// <param name="SkipsCheck">Whether clients accept any certificate.</param>
internal sealed record ProxyTls(bool IsOn, string? Name, bool SkipsCheck, IReadOnlyList<string> Alpn, string? Fingerprint)
{
    public static ProxyTls Off { get; } = new(false, null, false, [], null);

    /// <summary>Not null where the server hides behind another site's certificate.</summary>
    public RealityKey? Reality { get; init; }
}

internal sealed record RealityKey(string PublicKey, string ShortId);

/// <param name="Kind"><c>tcp</c>, <c>ws</c>, <c>grpc</c> or <c>httpupgrade</c>.</param>
/// <param name="Host">Of the Host header; null for the server's own.</param>
internal sealed record ProxyTransport(string Kind, string Path, string? Host, string ServiceName)
{
    public static ProxyTransport Tcp { get; } = new("tcp", "/", null, "");

    public bool IsWebSocket => Kind == "ws";
}

internal static class ProxyProtocols
{
    public const string Shadowsocks = "shadowsocks";
    public const string Vmess = "vmess";
    public const string Vless = "vless";
    public const string Trojan = "trojan";
    public const string Hysteria2 = "hysteria2";

    /// <summary>The protocol that a kernel's name stands for; null for one that clients do not speak.</summary>
    public static string? Of(string kernel) => kernel switch
    {
        "shadowsocks" or "ss" => Shadowsocks,
        "vmess" => Vmess,
        "vless" => Vless,
        "trojan" => Trojan,
        "hysteria2" or "hy2" => Hysteria2,
        _ => null,
    };
}
