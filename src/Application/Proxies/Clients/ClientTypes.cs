namespace VpsPanel.Application.Proxies.Clients;

/// <summary>
/// The kinds of clients that templates are seeded for. Admins may add templates for other kinds and rules that name them.
/// </summary>
internal static class ClientTypes
{
    public const string Clash = "clash";
    public const string SingBox = "sing-box";
    public const string Links = "base64";
    public const string Surge = "surge";
    public const string QuantumultX = "quantumultx";
    public const string Loon = "loon";

    /// <summary>What a client is called in <c>?client=</c>, folded, to its kind; an unknown name is a kind of an admin's own.</summary>
    public static string Of(string name) => name switch
    {
        "mihomo" or "clash-meta" or "clashmeta" or "clash-verge" or "flclash" or "stash" or "koala-clash" => Clash,
        "singbox" or "sfa" or "sfi" or "sfm" or "sft" => SingBox,
        "links" or "v2ray" or "v2rayn" or "v2rayng" or "shadowrocket" or "happ" or "hiddify" or "nekobox" => Links,
        "quantumult-x" or "quantumult_x" or "qx" => QuantumultX,
        _ => name,
    };
}
