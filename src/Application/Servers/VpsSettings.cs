using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

public static class VpsSettings
{
    [PublicSetting]
    public static readonly Setting<bool?> EmergencyRenewEnabled =
        SettingKinds.Switch("emergency_renew_enabled", true, "Whether owners may extend a VPS once for free shortly before it expires.");

    [PublicSetting]
    public static readonly Setting<long?> EmergencyRenewWindowDays =
        SettingKinds.Number("emergency_renew_window_days", 7, "Days before the expiry in which that is possible; 0 for any time.", 0, 3650);

    [PublicSetting]
    public static readonly Setting<long?> EmergencyRenewDays =
        SettingKinds.Number("emergency_renew_days", 1, "Days that an emergency renewal adds.", 1, 365);

    [PublicSetting]
    public static readonly Setting<long?> EmergencyRenewIntervalHours =
        SettingKinds.Number("emergency_renew_interval_hours", 720, "Hours between two emergency renewals of a VPS.", 1, 87_600);

    public static readonly Setting<bool?> AutoDeleteEnabled =
        SettingKinds.Switch("auto_delete_enabled", false, "Whether VPS that expired long ago are deleted.");

    public static readonly Setting<long?> AutoDeleteDays =
        SettingKinds.Number("auto_delete_days", 7, "Days between the expiry and the deletion.", 0, 3650);

    public static readonly Setting<bool?> EmailExpireEnabled =
        SettingKinds.Switch("email_expire_enabled", true, "Whether owners are reminded of VPS that expire soon.");

    public static readonly Setting<long?> ExpireReminderDays =
        SettingKinds.Number("expire_reminder_days", 7, "Days before the expiry from which owners are reminded.", 0, 365);

    public static async Task<EmergencyRenewal> EmergencyTerms(this ISettings settings, CancellationToken ct) => new(
        await settings.IsOn(EmergencyRenewEnabled, ct),
        TimeSpan.FromDays(await settings.Number(EmergencyRenewWindowDays, ct)),
        (int)await settings.Number(EmergencyRenewDays, ct),
        TimeSpan.FromHours(await settings.Number(EmergencyRenewIntervalHours, ct)));
}
