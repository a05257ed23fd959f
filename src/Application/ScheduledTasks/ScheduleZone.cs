using VpsPanel.Application.Settings;

namespace VpsPanel.Application.ScheduledTasks;

/// <summary>Whose days daily tasks keep to.</summary>
public interface IScheduleZone
{
    /// <summary>UTC unless the setting names another zone.</summary>
    ValueTask<TimeZoneInfo> Get(CancellationToken ct);
}

/// <summary>Follows <see cref="BillingSettings.TimeZone"/>.</summary>
public sealed class ScheduleZone(ISettings settings) : IScheduleZone
{
    public static string Setting => BillingSettings.TimeZone.Key;

    public ValueTask<TimeZoneInfo> Get(CancellationToken ct) => settings.Get(BillingSettings.TimeZone, ct);
}
