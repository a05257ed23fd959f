using VpsPanel.Application.ScheduledTasks;
using VpsPanel.Application.Settings;

namespace VpsPanel.Application.Subscriptions;

public static class SubscriptionSettings
{
    public static readonly Setting<TaskSchedule> Expiry =
        TaskSchedules.Every("subscription_expiry", 60, "When subscriptions whose time is over are ended.");
}
