namespace VpsPanel.Application.Platform.ScheduledTasks;

/// <summary>Whose days daily tasks keep to.</summary>
public interface IScheduleZone
{
    ValueTask<TimeZoneInfo> Get(CancellationToken ct);
}
