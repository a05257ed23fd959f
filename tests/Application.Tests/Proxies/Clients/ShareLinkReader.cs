namespace VpsPanel.Application.Tests.Proxies.Clients;

/// <summary>
/// Reads links as v2rayN and v2rayNG do, from the tables of what they take, and knows nothing of how links are written here. A parameter that none of
/// them reads is an error, and so is one that Xray refuses.
/// </summary>
internal sealed class ShareLinkReader
{
    private static readonly string[] Streams =
    [
        "security", "sni", "alpn", "fp", "pbk", "sid", "spx", "pqv", "ech", "pcs", "vcn", "fm", "type", "headerType", "host", "path", "mode", "extra",
        "serviceName", "authority",
    ];

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["vless"] = ["encryption", "flow", .. Streams],
        ["trojan"] = Streams,
        ["hysteria2"] = ["sni", "alpn", "insecure", "pinSHA256", "ech", "vcn", "obfs", "obfs-password", "mport", "fm"],
        ["tuic"] = ["sni", "alpn", "ech", "pcs", "vcn", "insecure", "congestion_control", "udp_relay_mode"],
        ["anytls"] = ["security", "sni", "alpn", "fp", "ech", "pcs", "vcn", "insecure"],
    };

    private readonly Dictionary<string, string> _parameters;

    private ShareLinkReader(string scheme, string user, string host, int port, string name, Dictionary<string, string> parameters)
    {
        (Scheme, User, Host, Port, Name) = (scheme, user, host, port, name);
        _parameters = parameters;
    }

    public string Scheme { get; }

    public string User { get; }

    public string Host { get; }

    public int Port { get; }

    public string Name { get; }

    public string? this[string parameter] => _parameters.GetValueOrDefault(parameter);

    public static ShareLinkReader Read(string link)
    {
        var uri = new Uri(link);
        var parameters = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        if (parameters.Keys.Except(Known[uri.Scheme]).FirstOrDefault() is { } unknown)
            throw new FormatException($"{uri.Scheme} has no {unknown}");
        if (link.Contains('+') || parameters.Values.Any(value => value.Length == 0))
            throw new FormatException(link);

        var reader = new ShareLinkReader(
            uri.Scheme, Uri.UnescapeDataString(uri.UserInfo), uri.Host.Trim('[', ']'), uri.Port, Uri.UnescapeDataString(uri.Fragment[1..]), parameters);
        reader.CheckStream();
        return reader;
    }

    /// <summary>What Xray says no to.</summary>
    private void CheckStream()
    {
        if (Scheme is not ("vless" or "trojan"))
            return;

        if (this["type"] is not ("tcp" or "raw" or "xhttp" or "kcp" or "grpc" or "ws" or "httpupgrade"))
            throw new FormatException("v2rayN takes any other word as raw");
        if (this["security"] is not ("none" or "tls" or "reality"))
            throw new FormatException("unknown security");
        if (this["security"] == "reality" && (this["pbk"]?.Length != 43 || this["fp"] is null || this["type"] is not ("tcp" or "grpc" or "xhttp")))
            throw new FormatException("REALITY wants its key and a fingerprint, over raw, grpc or xhttp");
        if (this["flow"] is not null && this["encryption"] == "none" && (this["type"] != "tcp" || this["security"] == "none"))
            throw new FormatException("vision wants raw under TLS");
    }
}
