using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Common;

public sealed class BillingCalendarTests
{
    private static readonly BillingCalendar Shanghai = In("Asia/Shanghai");
    private static readonly BillingCalendar Berlin = In("Europe/Berlin");

    [Theory]
    [InlineData("2026-01-31T10:00:00Z", 31, 1, "2026-02-28T10:00:00Z")]
    [InlineData("2026-02-28T10:00:00Z", 31, 1, "2026-03-31T10:00:00Z")]
    [InlineData("2026-03-31T10:00:00Z", 31, 1, "2026-04-30T10:00:00Z")]
    [InlineData("2027-12-31T10:00:00Z", 31, 2, "2028-02-29T10:00:00Z")]
    [InlineData("2026-02-28T10:00:00Z", 28, 1, "2026-03-28T10:00:00Z")]
    [InlineData("2026-02-28T10:00:00Z", 30, 12, "2027-02-28T10:00:00Z")]
    [InlineData("2026-06-15T10:00:00Z", 15, 600, "2076-06-15T10:00:00Z")]
    [InlineData("2026-06-15T10:00:00Z", 15, 0, "2026-06-15T10:00:00Z")]
    public void Months_run_from_anchor_day_to_anchor_day(string from, int anchor, int months, string until) =>
        BillingCalendar.Utc.AddMonths(At(from), anchor, months).Should().Be(At(until));

    [Theory]
    [InlineData("2026-03-10T10:00:00Z", 31, "2026-04-10T10:00:00Z")]
    [InlineData("2026-03-01T10:00:00Z", 31, "2026-04-01T10:00:00Z")]
    [InlineData("2026-01-31T10:00:00Z", 30, "2026-03-01T10:00:00Z")]
    [InlineData("2026-01-10T10:00:00Z", 31, "2026-02-10T10:00:00Z")]
    public void Days_past_the_anchor_day_are_carried_along(string from, int anchor, string until) =>
        BillingCalendar.Utc.AddMonths(At(from), anchor, 1).Should().Be(At(until));

    [Fact]
    public void The_calendar_is_that_of_the_zone_and_not_of_utc()
    {
        // 1 March, half past midnight in Shanghai, is still February in UTC.
        var from = At("2026-02-28T16:30:00Z");

        Shanghai.DayOf(from).Should().Be(1);
        Shanghai.AddMonths(from, 1, 1).Should().Be(At("2026-03-31T16:30:00Z"));
        BillingCalendar.Utc.AddMonths(from, 28, 1).Should().Be(At("2026-03-28T16:30:00Z"));
    }

    [Theory]
    [InlineData("2026-02-15T11:00:00Z", "2026-03-15T11:00:00Z")]
    [InlineData("2026-03-15T11:00:00Z", "2026-04-15T10:00:00Z")]
    [InlineData("2026-10-15T10:00:00Z", "2026-11-15T11:00:00Z")]
    public void A_month_over_a_change_of_the_clocks_ends_at_the_same_time_of_day(string from, string until) =>
        Berlin.AddMonths(At(from), 15, 1).Should().Be(At(until));

    [Fact]
    public void A_time_that_is_left_out_moves_on_and_of_one_that_comes_twice_it_is_the_later()
    {
        // On 29 March 2026 there is no 02:30 in Berlin, on 25 October there are two.
        Berlin.AddMonths(At("2026-02-28T01:30:00Z"), 29, 1).Should().Be(At("2026-03-29T01:30:00Z"), "it is half past three by then");
        Berlin.AddMonths(At("2026-09-25T00:30:00Z"), 25, 1).Should().Be(At("2026-10-25T01:30:00Z"));
        Berlin.AddDays(At("2026-03-28T01:30:00Z"), 1).Should().Be(At("2026-03-29T01:30:00Z"));
        Berlin.AddDays(At("2026-03-28T11:00:00Z"), 1).Should().Be(At("2026-03-29T10:00:00Z"), "that day has 23 hours");
    }

    [Fact]
    public void A_zone_that_left_out_a_whole_day_is_no_trouble() =>
        In("Pacific/Apia").AddDays(At("2011-12-29T22:00:00Z"), 1).Should().Be(At("2011-12-30T22:00:00Z"));

    [Fact]
    public void No_month_is_longer_than_a_month_and_the_anchor_comes_back()
    {
        var cases = from minutes in Gen.Choose(0, 5_000_000)
                    from anchor in Gen.Choose(1, 31)
                    from zone in Gen.Elements("UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
                    from months in Gen.Choose(1, 40)
                    select (Start: At("2026-01-01T00:00:00Z").AddMinutes(minutes), Anchor: anchor, Zone: zone, Months: months);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var calendar = In(one.Zone);
            var next = calendar.AddMonths(one.Start, one.Anchor, 1);
            (next - one.Start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromHours((28 * 24) - 1)).And.BeLessThanOrEqualTo(TimeSpan.FromHours((31 * 24) + 1));

            // Begun on the anchor day, a month at a time ends where all of them at once end.
            var step = one.Start;
            for (var month = 0; month < one.Months; month++)
                step = calendar.AddMonths(step, calendar.DayOf(one.Start), 1);

            var atOnce = calendar.AddMonths(one.Start, calendar.DayOf(one.Start), one.Months);
            (step - atOnce).Duration().Should().BeLessThanOrEqualTo(TimeSpan.FromHours(1), "only a clock change at that very hour tells them apart");
        }).QuickCheckThrowOnFailure();
    }

    private static BillingCalendar In(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
