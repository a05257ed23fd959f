using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers;

public static class RenewalSettings
{
    public static readonly Setting<string> MonthMode = SettingKinds.Word(
        "renew_month_mode",
        "calendar",
        "Renewals add calendar months and bill days, or, with days30, add 30 days a month and bill days in months that are begun.",
        "calendar",
        "days30");

    public static async ValueTask<BillingCalendar> BillingCalendar(this ISettings settings, CancellationToken ct) =>
        new(await settings.Get(BillingSettings.TimeZone, ct));

    public static async ValueTask<bool> SellsThirties(this ISettings settings, CancellationToken ct) =>
        await settings.Get(MonthMode, ct) == "days30";

    /// <summary>Where thirty days are a month, every day has 24 hours.</summary>
    public static async ValueTask<BillingCalendar> RenewalCalendar(this ISettings settings, CancellationToken ct) =>
        await settings.SellsThirties(ct) ? VpsPanel.Domain.Common.BillingCalendar.Utc : await settings.BillingCalendar(ct);
}
