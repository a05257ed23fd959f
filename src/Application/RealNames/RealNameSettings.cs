using VpsPanel.Application.Settings;

namespace VpsPanel.Application.RealNames;

public static class RealNameSettings
{
    public static readonly Setting<bool?> Enabled =
        SettingKinds.Switch("realname_enabled", false, "Whether the actions of realname_block_actions need a verified real name.");

    public static readonly Setting<string> Provider =
        SettingKinds.Word("realname_provider", "idcard_cn", "Who checks real names.", "idcard_cn");

    public static readonly Setting<IReadOnlyList<string>> BlockActions = JsonSettings.Words(
        "realname_block_actions",
        """["purchase_vps"]""",
        "What needs a verified real name.",
        new Dictionary<string, string>
        {
            ["purchase_vps"] = "purchase_vps",
            ["renew_vps"] = "renew_vps",
            ["resize_vps"] = "resize_vps",
            ["create_order"] = "purchase_vps",
            ["wallet_recharge"] = "wallet_recharge",
            ["wallet_withdraw"] = "wallet_withdraw",
        });
}
