using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Sales.Subscriptions;

public static class SubscriptionSettings
{
    public static readonly Setting<TaskSchedule> Expiry =
        TaskSchedules.Every("subscription_expiry", 60, "When subscriptions whose time is over are ended.");
}
