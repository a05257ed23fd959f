using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;
using Xunit;

namespace VpsPanel.Domain.Tests.Sales.Subscriptions;

public sealed class SubscriptionQuotaTests
{
    private static readonly DateTimeOffset Opened = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset February = new(2026, 2, 28, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset March = new(2026, 3, 31, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_year_has_its_quota_every_month_and_keeps_what_was_used()
    {
        var subscription = Open(365, 100);
        subscription.Use(70);

        subscription.BeginQuotaPeriod(BillingCalendar.Utc, February.AddTicks(-1)).Should().BeFalse();
        subscription.BeginQuotaPeriod(BillingCalendar.Utc, February).Should().BeTrue();
        subscription.BeginQuotaPeriod(BillingCalendar.Utc, February).Should().BeFalse();

        (subscription.TrafficTotalBytes, subscription.TrafficUsedBytes, subscription.PeriodStartedAt, subscription.NextResetAt)
            .Should().Be((100, 0, February, March));
        subscription.NewPeriods.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { StartedAt = Opened, EndedAt = February, TotalBytes = 100L, UsedBytes = 70L });
    }

    [Fact]
    public void Periods_that_nobody_saw_are_passed_over()
    {
        var subscription = Open(365, 100);
        subscription.Use(70);

        subscription.BeginQuotaPeriod(BillingCalendar.Utc, March.AddDays(40)).Should().BeTrue();

        (subscription.TrafficUsedBytes, subscription.PeriodStartedAt, subscription.NextResetAt)
            .Should().Be((0, new DateTimeOffset(2026, 4, 30, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 31, 0, 0, 0, TimeSpan.Zero)));
        subscription.NewPeriods.Should().ContainSingle().Which.EndedAt.Should().Be(February);
    }

    [Fact]
    public void A_renewal_moves_the_end_only()
    {
        var subscription = Open(28, 100);
        subscription.NextResetAt.Should().BeNull("28 February is its last day");
        subscription.Use(70);

        subscription.Renew(Paid(28, 100), Opened.AddDays(1));

        (subscription.TrafficTotalBytes, subscription.TrafficUsedBytes, subscription.ExpiresAt, subscription.NextResetAt)
            .Should().Be((100, 70, Opened.AddDays(56), February));
    }

    [Fact]
    public void A_renewal_on_the_last_day_brings_the_quota_that_the_last_day_did_not()
    {
        var subscription = Open(28, 100);
        subscription.Use(100);

        subscription.Renew(Paid(28, 100), February.AddHours(5));
        subscription.NextResetAt.Should().Be(February);
        subscription.BeginQuotaPeriod(BillingCalendar.Utc, February.AddHours(5)).Should().BeTrue();

        subscription.TrafficUsedBytes.Should().Be(0);
    }

    [Fact]
    public void Granted_traffic_lasts_to_the_end_of_the_period()
    {
        var subscription = Open(365, 100);

        subscription.Renew(Grant.Gift(TimeSpan.Zero, 50, "ann"), Opened.AddDays(1));
        subscription.TrafficTotalBytes.Should().Be(150);
        subscription.BeginQuotaPeriod(BillingCalendar.Utc, February);

        subscription.TrafficTotalBytes.Should().Be(100);
        subscription.NewPeriods.Single().TotalBytes.Should().Be(150);
    }

    [Fact]
    public void After_its_end_it_begins_anew_from_the_day_on_which_it_is_renewed()
    {
        var subscription = Open(28, 100);
        subscription.Use(100);
        var later = new DateTimeOffset(2026, 5, 10, 12, 0, 0, TimeSpan.Zero);

        subscription.Renew(Paid(60, 200, QuotaReset.Week), later);

        (subscription.Reset, subscription.TrafficTotalBytes, subscription.TrafficUsedBytes, subscription.PeriodStartedAt, subscription.NextResetAt)
            .Should().Be((QuotaReset.Week, 200, 0, later, new DateTimeOffset(2026, 5, 17, 0, 0, 0, TimeSpan.Zero)));
        subscription.NewPeriods.Single().UsedBytes.Should().Be(100);
    }

    [Fact]
    public void A_larger_quota_of_the_plan_begins_with_the_next_period()
    {
        var subscription = Open(365, 100);

        subscription.Renew(Paid(365, 300), Opened.AddDays(1));
        subscription.TrafficTotalBytes.Should().Be(100);
        subscription.BeginQuotaPeriod(BillingCalendar.Utc, February);

        subscription.TrafficTotalBytes.Should().Be(300);
        subscription.Renew(Paid(365, 50), February.AddDays(1));
        subscription.QuotaBytes.Should().Be(300);
    }

    [Fact]
    public void A_pool_keeps_being_one_and_gets_as_much_as_the_periods_would_have_had()
    {
        var pool = Subscription.Open(
            new UserId(7), new SubscriptionTerms(null, "s", "p", 3), new SubscriptionKeys("h", "t", "c"), Grant.Paid(new OrderId(1), 30, 1000), Opened);

        pool.Renew(Paid(90, 100, QuotaReset.ThirtyDays), Opened.AddDays(1));

        (pool.Reset, pool.TrafficTotalBytes, pool.NextResetAt).Should().Be((QuotaReset.None, 1300, null));
        pool.BeginQuotaPeriod(BillingCalendar.Utc, Opened.AddDays(100)).Should().BeFalse();
    }

    [Fact]
    public void No_limit_stays_none_and_what_was_used_is_counted_anew()
    {
        var subscription = Open(365, 0);
        subscription.Use(70);

        subscription.BeginQuotaPeriod(BillingCalendar.Utc, February).Should().BeTrue();

        (subscription.TrafficTotalBytes, subscription.TrafficUsedBytes).Should().Be((0, 0));
        subscription.RollOverTrafficPeriods(TimeSpan.FromDays(1), March).Should().BeFalse();
    }

    private static Subscription Open(int days, long quota) => Subscription.Open(
        new UserId(7), new SubscriptionTerms(null, "s", "p", 3) { Reset = QuotaReset.Month }, new SubscriptionKeys("h", "t", "c"),
        Paid(days, quota), Opened);

    private static Grant Paid(int days, long quota, QuotaReset reset = QuotaReset.Month) => Grant.Paid(new OrderId(1), days, quota, reset);
}
