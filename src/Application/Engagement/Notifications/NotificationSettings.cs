using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Engagement.Notifications;

public static class NotificationSettings
{
    public static readonly Setting<bool?> EmailEnabled =
        SettingKinds.Switch("email_enabled", true, "Whether mails about orders are sent.");
}
