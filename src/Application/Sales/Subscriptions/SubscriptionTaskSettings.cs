using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Sales.Subscriptions;

[SettingAccess("scheduled_tasks.list", "scheduled_tasks.update")]
public static class SubscriptionTaskSettings
{
    public static readonly Setting<TaskSchedule> PeriodTurn = TaskSchedules.Every(
        "subscription_period_turn", 600, "When subscriptions whose plan's period is over begin the next one with nothing used.");
}
