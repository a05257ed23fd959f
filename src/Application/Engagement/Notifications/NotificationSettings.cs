using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Engagement.Notifications;

public static class NotificationSettings
{
    public static readonly Setting<bool?> EmailEnabled =
        SettingKinds.Switch("email_enabled", true, "Whether mails about orders are sent.");

    public static readonly Setting<bool?> EmailExpireEnabled =
        SettingKinds.Switch("email_expire_enabled", true, "Whether owners are reminded of VPS that expire soon.");

    public static readonly Setting<long?> ExpireReminderDays =
        SettingKinds.Number("expire_reminder_days", 7, "Days before the expiry from which owners are reminded.", 0, 365);
}
