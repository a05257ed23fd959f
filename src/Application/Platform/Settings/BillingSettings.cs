using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Settings;

public static class BillingSettings
{
    /// <summary>UTC until an operator names another one; the demo's is Asia/Shanghai.</summary>
    public static readonly Setting<TimeZoneInfo> TimeZone = SettingKinds.Zone(
        "billing_time_zone", "UTC", "IANA name of the time zone whose calendar months and days are counted in.");

    public static async ValueTask<BillingCalendar> Calendar(this ISettings settings, CancellationToken ct) =>
        new(await settings.Get(TimeZone, ct));
}
