using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Platform.ScheduledTasks;

[SettingAccess("scheduled_tasks.list", "scheduled_tasks.update")]
public static class ScheduledTaskSettings
{
    public static readonly Setting<TaskSchedule> VpsRefresh =
        TaskSchedules.Every("vps_refresh", 300, "When the state of every VPS is read from upstream.");

    public static readonly Setting<TaskSchedule> OrderProvisionWatchdog =
        TaskSchedules.Every("order_provision_watchdog", 5, "When open provisioning jobs are followed up.");

    public static readonly Setting<TaskSchedule> ResizeTaskRunner =
        TaskSchedules.Every("resize_task_runner", 30, "When due resize tasks are executed.");

    public static readonly Setting<TaskSchedule> ExpireReminder =
        TaskSchedules.Daily("expire_reminder", "09:00", "When owners are reminded of VPS that expire soon.");

    public static readonly Setting<TaskSchedule> VpsExpireCleanup =
        TaskSchedules.Daily("vps_expire_cleanup", "03:00", "When VPS that expired long ago are deleted, if auto_delete_enabled.");

    public static readonly Setting<TaskSchedule> VpsExpireLock =
        TaskSchedules.Every("vps_expire_lock", 300, "When VPS that have expired are locked upstream.");

    public static readonly Setting<TaskSchedule> UnpaidOrderExpiry =
        TaskSchedules.Every("unpaid_order_expiry", 60, "When orders that were not paid in time are closed.");

    public static readonly Setting<TaskSchedule> ReviewReminder =
        TaskSchedules.Every("review_reminder", 3600, "When admins are reminded of orders that have waited too long for a review.");

    public static readonly Setting<TaskSchedule> LogRetentionCleanup =
        TaskSchedules.Daily("log_retention_cleanup", "03:30", "When old logs, task runs, idempotency keys and captchas are deleted.");

    public static readonly Setting<TaskSchedule> InvariantCheck =
        TaskSchedules.Daily("invariant_check", "04:00", "When wallets, payments, orders and hosts are checked against each other.");

    public static readonly Setting<long?> RunRetentionDays = SettingKinds.Number(
        "scheduled_task_run_retention_days", 14, "Days that the history of scheduled tasks is kept; 0 keeps it for good.", 0, 3650);
}
