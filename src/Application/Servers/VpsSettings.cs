using VpsPanel.Application.Settings;

namespace VpsPanel.Application.Servers;

public static class VpsSettings
{
    public static readonly Setting<bool?> AutoDelete = SettingKinds.Switch(
        "auto_delete_enabled", false, "Whether VPS that expired are deleted after auto_delete_days.");

    public static readonly Setting<long?> AutoDeleteDays = SettingKinds.Number(
        "auto_delete_days", 7, "Days between the expiry of a VPS and its deletion.", 0, 3650);
}
