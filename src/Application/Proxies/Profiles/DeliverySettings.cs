using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Proxies.Profiles;

public static class DeliverySettings
{
    public static readonly Setting<ClientRules> Rules = SettingKinds.Json(
        "subscription_client_rules",
        """
        [{"agent":"^HiddifyNextX","client":"base64"},{"agent":"^Hiddify","client":"sing-box"},{"agent":"^(SFA|SFI|SFM|SFT|sing-box)([/ ]|$)","client":"sing-box"},{"agent":"^(clash|mihomo|FlClash|Stash|ClashX|ClashMetaForAndroid)","client":"clash"},{"agent":"^(Surge|Surfboard)","client":"surge"},{"agent":"^Quantumult(%20| )X","client":"quantumultx"},{"agent":"^(v2rayN|v2rayNG|Shadowrocket|Happ|Loon)([/ ]|$)","client":"base64"}]
        """,
        "Which kind of template a client gets by its User-Agent: the first rule that matches decides, agent is a regular expression.",
        "a JSON array of at most 100 objects with agent (a regular expression that begins with ^ and has its alternatives in brackets) "
            + "and client",
        ClientRules.Read);

    public static readonly Setting<long?> UpdateHours =
        SettingKinds.Number("subscription_update_hours", 24, "After how many hours clients shall fetch a subscription again.", 1, 720);

    public static readonly Setting<long?> PerMinute = SettingKinds.Number(
        "subscription_rate_per_minute", 60,
        "How often a subscription may be fetched in a minute, on each node of the service; 0 for no limit.", 0, 100_000);
}
