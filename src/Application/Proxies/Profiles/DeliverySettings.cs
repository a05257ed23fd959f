using System.Text.Encodings.Web;
using System.Text.Json;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Proxies.Clients;

namespace VpsPanel.Application.Proxies.Profiles;

public static class DeliverySettings
{
    public static readonly Setting<ClientRules> Rules = SettingKinds.Json(
        "subscription_client_rules",
        DefaultRules(),
        "Which kind of template a client gets by its User-Agent: the first rule that matches decides, agent is a regular expression.",
        "a JSON array of at most 100 objects with agent (a regular expression that begins with ^ and has its alternatives in brackets) "
            + "and client",
        ClientRules.Read);

    public static readonly Setting<long?> UpdateHours =
        SettingKinds.Number("subscription_update_hours", 24, "After how many hours clients shall fetch a subscription again.", 1, 720);

    public static readonly Setting<long?> PerMinute = SettingKinds.Number(
        "subscription_rate_per_minute", 60,
        "How often a subscription may be fetched in a minute, on each node of the service; 0 for no limit.", 0, 100_000);

    public static readonly Setting<string> MihomoAssumedVersion = new(
        "mihomo_assumed_version", "",
        "The version of mihomo that Clash clients are taken to run when they do not tell it; blank for the oldest that was tried, 1.19.2.",
        "blank, or a version such as 1.19.22",
        text => text.Trim() is var version && (version.Length == 0 || CoreVersion.Parse(version) is not null) ? version : null);

    private static string DefaultRules() => $"[{string.Join(',', UserAgents.Table.Select(entry =>
        $"{{\"agent\":\"{JsonEncodedText.Encode(entry.Pattern, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\",\"client\":\"{entry.Client}\"}}"))}]";
}
