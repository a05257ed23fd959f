using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Identity.RealNames;

[SettingAccess("realname.view", "realname.update")]
public static class RealNameSettings
{
    public static readonly Setting<bool?> Enabled =
        SettingKinds.Switch("realname_enabled", false, "Whether the actions of realname_block_actions need a verified real name.");

    public static readonly Setting<string> Provider =
        SettingKinds.Word(
            "realname_provider", "idcard_cn", "Who checks real names.", [.. RealNameProvider.All.Select(provider => provider.Key)]);

    public static readonly Setting<IReadOnlyList<string>> BlockActions = JsonSettings.Words(
        "realname_block_actions",
        """["purchase_vps"]""",
        "What needs a verified real name.",
        RealNameActions.All);

    /// <summary>What is blocked without a real name. An empty list would make the feature a lie, so it means the purchase.</summary>
    public static async Task<IReadOnlyList<string>> Blocked(this ISettings settings, CancellationToken ct) =>
        await settings.Get(BlockActions, ct) is { Count: > 0 } actions ? actions : [RealNameActions.PurchaseVps];
}
