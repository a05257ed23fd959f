namespace VpsPanel.Application.Proxies.Clients;

/// <summary>How a program names itself, and which kind of template it gets.</summary>
/// <param name="Pattern">Anchored: programs name each other in the middle of their User-Agents.</param>
/// <param name="Client">One of the client types.</param>
/// <param name="Examples">What such programs send; a test reads each.</param>
internal sealed record UserAgent(string Pattern, string Client, params string[] Examples);

/// <summary>The User-Agents that are known, in the order in which they are tried. Admins may write other rules into the setting.</summary>
internal static class UserAgents
{
    public static IReadOnlyList<UserAgent> Table { get; } =
    [
        // Names ClashMeta, v2ray and sing-box all at once.
        new("^Hiddify", "base64", "HiddifyNext/2.0.5 (android) like ClashMeta v2ray sing-box", "HiddifyNextX/2.0.5 (ios) like ClashMeta v2ray sing-box"),
        new("^NekoBox", "base64", "NekoBox/Android/1.3.8 (Prefer ClashMeta Format)"),
        new(
            "^(SFA|SFI|SFM|SFT|sing-box)([/ ]|$)", "sing-box", "SFA/1.11.0 (445; sing-box 1.11.0; language zh_CN)",
            "SFI/1.12.12 (Build 2; sing-box 1.12.12; language en_US)", "SFM/1.13.3 (sing-box 1.13.3)", "SFT/1.14.1 (sing-box 1.14.1)",
            "sing-box 1.12.0"),
        new("^Stash", "clash", "Stash/2.7.1 Clash/1.9.0", "Stash/3.1.0 CFNetwork/1490.0.4 Darwin/23.2.0"),
        new(
            "^[^/(]*clash", "clash", "clash.meta/v1.19.2", "clash-verge/v2.0.3", "koala-clash/v0.2.1", "clash-nyanpasu/v1.6.1", "ClashX Meta/1.4.7",
            "ClashX Pro/1.118.1", "ClashforWindows/0.20.39", "ClashForAndroid/2.5.12", "ClashMetaForAndroid/2.11.20.Meta",
            "FlClash/v0.8.70 clash-verge Platform/android", "FlClashX/v0.3.1", "GUI.for.Clash/v1.9.9", "ClashMi/1.0.12", "OpenClash/0.46"),
        new("^(mihomo|Sparkle|Prizrak-Box|Bettbox)", "clash", "mihomo/1.18", "mihomo-party/v1.7.3", "mihomo.party/v1.7.3 (clash.meta)", "Sparkle/1.6.14"),
        new("^(Surge|Surfboard)", "surge", "Surge iOS/2985", "Surge Mac/2720", "Surfboard/2.24"),
        new("^Quantumult(%20| )X", "quantumultx", "Quantumult%20X/1.0.30 (iPhone14,2; iOS 15.6)", "Quantumult X/1.5.5"),
        new("^(Loon|Decar)([/ ]|$)", "loon", "Loon/762 CFNetwork/1494.0.7 Darwin/23.4.0"),
        new(
            "^(v2rayN|v2rayNG|Shadowrocket|Happ|Streisand|V2Box|FoXray)([/ ]|$)", "base64", "v2rayN/6.40", "v2rayNG/1.8.29",
            "Shadowrocket/1992 CFNetwork/1474 Darwin/23.0.0", "Happ/1.63.1", "Streisand/1.6.30", "V2Box/3.9.1", "FoXray/1.8"),
    ];
}
