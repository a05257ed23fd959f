using System.Globalization;
using FluentAssertions;
using VpsPanel.Application.Platform.ScheduledTasks;
using Xunit;

namespace VpsPanel.Application.Tests.ScheduledTasks;

public sealed class TaskScheduleTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo LordHowe = TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe");

    [Theory]
    [InlineData("2026-06-01T00:00:00Z", "02:30", "2026-06-01T00:30:00Z")]
    [InlineData("2026-01-01T00:00:00Z", "02:30", "2026-01-01T01:30:00Z")]
    [InlineData("2026-06-01T00:31:00Z", "00:00", "2026-06-01T22:00:00Z")]
    public void A_daily_task_runs_at_its_time_of_the_zone(string now, string at, string next) =>
        Next(Daily(at), last: now, now, Berlin).Should().Be(Instant(next));

    [Theory]
    [InlineData("2026-03-29T00:00:00Z", "02:30", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29T00:00:00Z", "02:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29T00:00:00Z", "03:00", "2026-03-29T01:00:00Z")]
    public void A_time_that_daylight_saving_skips_happens_when_the_clock_jumps(string now, string at, string next) =>
        Next(Daily(at), last: null, now, Berlin).Should().Be(Instant(next));

    [Fact]
    public void A_jump_of_half_an_hour_is_no_different()
    {
        Next(Daily("02:15"), last: null, "2026-10-03T15:00:00Z", LordHowe).Should().Be(Instant("2026-10-03T15:30:00Z"));
    }

    [Fact]
    public void A_time_that_comes_twice_counts_the_first_time_and_once()
    {
        Next(Daily("02:30"), last: null, "2026-10-25T00:00:00Z", Berlin).Should().Be(Instant("2026-10-25T00:30:00Z"));
        Next(Daily("02:30"), last: "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", Berlin).Should().Be(Instant("2026-10-26T01:30:00Z"));
    }

    [Fact]
    public void A_daily_task_that_was_missed_is_due_at_once_and_then_waits_for_tomorrow()
    {
        var now = Instant("2026-06-01T12:00:00Z");

        Daily("03:00").IsDue(now.AddDays(-1), now, TimeZoneInfo.Utc).Should().BeTrue();
        Daily("03:00").IsDue(now, now, TimeZoneInfo.Utc).Should().BeFalse();
        Daily("03:00").IsDue(null, now, TimeZoneInfo.Utc).Should().BeTrue();
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_task_that_runs_more_often_than_once_a_minute_is_short(int seconds, bool isShort) =>
        new TaskSchedule(true, TaskStrategy.Interval, seconds, null).IsShort.Should().Be(isShort);

    [Fact]
    public void An_interval_counts_from_the_last_start()
    {
        var start = Instant("2026-06-01T12:00:00Z");
        var schedule = new TaskSchedule(true, TaskStrategy.Interval, 300, null);

        schedule.Next(start, start.AddSeconds(10), TimeZoneInfo.Utc).Should().Be(start.AddSeconds(300));
        schedule.Next(start, start.AddSeconds(900), TimeZoneInfo.Utc).Should().Be(start.AddSeconds(900));
        schedule.IsDue(start, start.AddSeconds(299), TimeZoneInfo.Utc).Should().BeFalse();
        (schedule with { Enabled = false }).IsDue(start, start.AddSeconds(900), TimeZoneInfo.Utc).Should().BeFalse();
    }

    private static TaskSchedule Daily(string at) =>
        new(true, TaskStrategy.Daily, 0, TimeOnly.ParseExact(at, "HH:mm", CultureInfo.InvariantCulture));

    private static DateTimeOffset? Next(TaskSchedule schedule, string? last, string now, TimeZoneInfo zone) =>
        schedule.Next(last is null ? null : Instant(last), Instant(now), zone);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
