using System.Globalization;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;
using Xunit;

namespace VpsPanel.Domain.Tests.Sales.Subscriptions;

public sealed class QuotaPeriodTests
{
    private static readonly DateTimeOffset Far = At("2090-01-01 00:00");

    [Theory]
    [InlineData("day", "2026-01-31", "2026-02-01 00:00", "2026-02-02 00:00", "2026-02-03 00:00")]
    [InlineData("week", "2026-01-31", "2026-02-07 00:00", "2026-02-14 00:00", "2026-02-21 00:00")]
    [InlineData("month", "2026-01-31", "2026-02-28 00:00", "2026-03-31 00:00", "2026-04-30 00:00")]
    [InlineData("month", "2028-01-30", "2028-02-29 00:00", "2028-03-30 00:00", "2028-04-30 00:00")]
    [InlineData("month", "2026-12-15", "2027-01-15 00:00", "2027-02-15 00:00", "2027-03-15 00:00")]
    [InlineData("30d", "2026-01-31", "2026-03-02 00:00", "2026-04-01 00:00", "2026-05-01 00:00")]
    public void Periods_begin_so_many_days_or_months_after_the_first_day(string reset, string first, params string[] starts)
    {
        var periods = Periods(reset, first, "UTC");

        Enumerable.Range(1, starts.Length).Select(periods.StartOf).Should().Equal(starts.Select(At));
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-01-30 16:00", "2026-02-27 16:00")]
    [InlineData("America/New_York", "2026-01-31 05:00", "2026-02-28 05:00")]
    [InlineData("America/New_York", "2026-10-08 04:00", "2026-11-08 05:00")]
    [InlineData("Europe/Berlin", "2026-02-28 23:00", "2026-03-31 22:00")]
    public void Days_are_those_of_the_zone_also_over_a_change_of_the_clocks(string zone, string opened, string next)
    {
        var calendar = Calendar(zone);
        var periods = new QuotaPeriods(QuotaReset.Month, calendar.DateOf(At(opened)), calendar);

        periods.NextAfter(At(opened), Far).Should().Be(At(next));
    }

    [Fact]
    public void A_day_without_midnight_begins_when_it_begins()
    {
        // In Cairo the clocks go from 00:00 to 01:00 on 24 April 2026.
        var periods = Periods("day", "2026-04-23", "Africa/Cairo");

        periods.StartOf(1).Should().Be(At("2026-04-23 22:00"));
        periods.At(At("2026-04-23 21:59")).Should().Be(0);
        periods.At(At("2026-04-23 22:00")).Should().Be(1);
    }

    [Theory]
    [InlineData("month", "2027-01-15 08:00", 12, "2026-12-15 00:00")]
    [InlineData("month", "2027-01-16 08:00", 13, "2027-01-15 00:00")]
    [InlineData("month", "2027-01-16 00:00", 13, "2027-01-15 00:00")]
    [InlineData("month", "2026-01-16 00:00", 1, "2026-01-15 00:00")]
    [InlineData("day", "2026-01-17 08:00", 2, "2026-01-16 00:00")]
    [InlineData("day", "2026-01-17 00:00", 2, "2026-01-16 00:00")]
    [InlineData("day", "2026-01-16 08:00", 1, "2026-01-15 00:00")]
    public void The_quota_does_not_come_back_on_the_last_day(string reset, string end, int count, string last)
    {
        var periods = Periods(reset, "2026-01-15", "UTC");

        periods.Count(At("2026-01-15 08:00"), At(end)).Should().Be(count);
        periods.StartOf(periods.LastBefore(At(end))).Should().Be(At(last));
        periods.NextAfter(periods.StartOf(periods.LastBefore(At(end))), At(end)).Should().BeNull();
    }

    [Fact]
    public void Every_instant_lies_in_its_period_and_no_reset_is_on_or_after_the_last_day()
    {
        var zones = new[] { "UTC", "Asia/Shanghai", "America/New_York", "Africa/Cairo", "Pacific/Apia", "Asia/Kolkata" };
        var input =
            from reset in Gen.Elements(QuotaReset.Day, QuotaReset.Week, QuotaReset.Month, QuotaReset.ThirtyDays)
            from zone in Gen.Elements(zones)
            from first in Gen.Choose(0, 4000)
            from later in Gen.Choose(0, 2_000_000)
            from length in Gen.Choose(1, 2_000_000)
            select (reset, zone, first, later, length);
        Prop.ForAll(input.ToArbitrary(), row =>
        {
            var calendar = Calendar(row.zone);
            var opened = At("2024-01-01 00:00").AddHours(row.first);
            var (now, end) = (opened.AddMinutes(row.later), opened.AddMinutes(row.length));
            var periods = new QuotaPeriods(row.reset, calendar.DateOf(opened), calendar);
            var at = periods.At(now);
            var next = periods.NextAfter(now, end);
            return (at == 0 || periods.StartOf(at) <= now)
                && periods.StartOf(at + 1) > now
                && (next is null || (next > now && next < end && calendar.DateOf(next.Value) < calendar.DateOf(end)))
                && (next is not null || now >= end || calendar.DateOf(periods.StartOf(at + 1)) >= calendar.DateOf(end));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static QuotaPeriods Periods(string reset, string first, string zone) =>
        new(WireNames.Parse<QuotaReset>(reset), DateOnly.ParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture), Calendar(zone));

    private static BillingCalendar Calendar(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
