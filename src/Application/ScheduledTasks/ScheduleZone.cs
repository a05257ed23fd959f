using VpsPanel.Application.Settings;

namespace VpsPanel.Application.ScheduledTasks;

/// <summary>Whose days daily tasks keep to.</summary>
public interface IScheduleZone
{
    /// <summary>UTC unless the setting names another zone that this machine knows.</summary>
    ValueTask<TimeZoneInfo> Get(CancellationToken ct);
}

/// <summary>Follows the setting of that name, an IANA name such as <c>Asia/Shanghai</c>.</summary>
public sealed class ScheduleZone(SettingRegistry registry, ISettings settings) : IScheduleZone
{
    public const string Setting = "billing_time_zone";

    public async ValueTask<TimeZoneInfo> Get(CancellationToken ct) =>
        registry.Find(Setting) is Setting<string> setting
        && TimeZoneInfo.TryFindSystemTimeZoneById(await settings.Get(setting, ct), out var zone)
            ? zone
            : TimeZoneInfo.Utc;
}
