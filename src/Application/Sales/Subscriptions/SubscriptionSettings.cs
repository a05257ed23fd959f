using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Sales.Subscriptions;

public static class SubscriptionSettings
{
    public static readonly Setting<bool?> CreditToWallet = SettingKinds.Switch(
        "plan_change_credit_to_wallet", false,
        "Whether what the unused part of a plan is worth above the price of the new one goes to the wallet; otherwise it is lost.");

    public static readonly Setting<TaskSchedule> Expiry =
        TaskSchedules.Every("subscription_expiry", 60, "When subscriptions whose time is over are ended.");
}
