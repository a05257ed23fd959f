using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Platform.Logs;

public static class LogSettings
{
    public static readonly Setting<long?> SyncRetentionDays =
        SettingKinds.Number(
            "sync_log_retention_days", 30, "Days that logs of the catalogue sync are kept; 0 keeps them for good.", 0, 3650);

    public static readonly Setting<long?> AutomationRetentionDays = SettingKinds.Number(
        "automation_log_retention_days", 0, "Days that logs of exchanges with upstream are kept; 0 keeps them for good.", 0, 3650);

    public static readonly Setting<long?> WebhookRetentionDays = SettingKinds.Number(
        "webhook_log_retention_days", 30, "Days that finished webhook deliveries are kept; 0 keeps them for good.", 0, 3650);
}
