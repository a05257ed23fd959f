using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Platform.ScheduledTasks;

/// <summary>Follows <see cref="BillingSettings.TimeZone"/>.</summary>
public sealed class ScheduleZone(ISettings settings) : IScheduleZone
{
    public ValueTask<TimeZoneInfo> Get(CancellationToken ct) => settings.Get(BillingSettings.TimeZone, ct);
}
