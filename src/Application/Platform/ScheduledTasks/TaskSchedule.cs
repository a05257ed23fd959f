using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.ScheduledTasks;

/// <summary>When a task runs: every so many seconds, or once a day at a time of <see cref="IScheduleZone"/>.</summary>
public sealed record TaskSchedule(bool Enabled, TaskStrategy Strategy, int IntervalSec, TimeOnly? DailyAt)
{
    public const int MaxIntervalSec = 30 * 24 * 3600;

    private const int Minute = 60;

    /// <summary>More often than once a minute: kept by a timer of every node instead of by the job engine.</summary>
    public bool IsShort => Strategy == TaskStrategy.Interval && IntervalSec < Minute;

    /// <summary>Blank for an interval.</summary>
    public string DailyAtText => DailyAt?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The form in which it is stored.</summary>
    public string Text => new JsonObject
    {
        ["enabled"] = Enabled,
        ["strategy"] = WireNames.Of(Strategy),
        ["interval_sec"] = IntervalSec,
        ["daily_at"] = DailyAtText,
    }.ToJsonString();

    public static bool TryParseDailyAt(string? text, out TimeOnly at) =>
        TimeOnly.TryParseExact(text?.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out at);

    /// <summary>The next time at or after <paramref name="now"/>, given the last start; null when switched off.</summary>
    public DateTimeOffset? Next(DateTimeOffset? lastRun, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (!Enabled)
            return null;

        if (Strategy == TaskStrategy.Interval)
            return lastRun is { } last && last.AddSeconds(IntervalSec) > now ? last.AddSeconds(IntervalSec) : now;

        var local = TimeZoneInfo.ConvertTime(now, zone);
        var today = At(local.Date, zone);
        if (now < today)
            return today;

        return lastRun >= today ? At(local.Date.AddDays(1), zone) : now;
    }

    /// <summary>Whether a pass may begin, given the last start.</summary>
    public bool IsDue(DateTimeOffset? lastRun, DateTimeOffset now, TimeZoneInfo zone) => Next(lastRun, now, zone) <= now;

    /// <summary>The job engine decides the same: a skipped time happens at the jump, a repeated one the first time.</summary>
    private DateTimeOffset At(DateTime date, TimeZoneInfo zone)
    {
        var local = date + (DailyAt ?? default).ToTimeSpan();
        if (zone.IsAmbiguousTime(local))
            return new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max()).ToUniversalTime();

        // Clocks jump on whole minutes.
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>Makes the settings that hold schedules.</summary>
public static class TaskSchedules
{
    public const string Prefix = "task.";

    private const string Expected =
        "a JSON object with enabled, strategy (interval or daily), interval_sec (1 to 2592000) and daily_at (HH:MM), each optional";

    public static Setting<TaskSchedule> Every(string task, int seconds, string meaning) =>
        Make(task, new TaskSchedule(true, TaskStrategy.Interval, seconds, null), meaning);

    /// <param name="at">Time of <see cref="IScheduleZone"/>, <c>HH:MM</c>.</param>
    public static Setting<TaskSchedule> Daily(string task, string at, string meaning) =>
        Make(task, new TaskSchedule(true, TaskStrategy.Daily, 0, TimeOnly.ParseExact(at, "HH:mm", CultureInfo.InvariantCulture)), meaning);

    private static Setting<TaskSchedule> Make(string task, TaskSchedule byDefault, string meaning) =>
        SettingKinds.Json(Prefix + task, byDefault.Text, meaning, Expected, json => Read(json, byDefault));

    /// <summary>Members that are missing come from the default; null when one is wrong.</summary>
    private static TaskSchedule? Read(JsonElement json, TaskSchedule byDefault)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;

        var strategy = byDefault.Strategy;
        var name = Text(json, "strategy");
        if (!string.IsNullOrWhiteSpace(name) && !WireNames.TryParse(name, out strategy))
            return null;

        var interval = byDefault.IntervalSec;
        if (json.TryGetProperty("interval_sec", out var seconds) && !seconds.TryReadInt(out interval))
            return null;

        var daily = byDefault.DailyAt;
        if (!string.IsNullOrWhiteSpace(Text(json, "daily_at")))
        {
            if (!TaskSchedule.TryParseDailyAt(Text(json, "daily_at"), out var at))
                return null;

            daily = at;
        }

        var enabled = json.TryGetProperty("enabled", out var on) ? on.ValueKind == JsonValueKind.True : byDefault.Enabled;
        return strategy == TaskStrategy.Interval
            ? interval is > 0 and <= TaskSchedule.MaxIntervalSec ? new TaskSchedule(enabled, strategy, interval, null) : null
            : daily is null ? null : new TaskSchedule(enabled, strategy, Math.Max(0, interval), daily);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static bool TryReadInt(this JsonElement json, out int number)
    {
        number = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out number);
    }
}
