using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;
using Xunit;

namespace VpsPanel.Domain.Tests.Sales.Subscriptions;

public sealed class PlanCreditTests
{
    private static readonly DateTimeOffset Opened = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0, 3000)]
    [InlineData(10, 0, 2000)]
    [InlineData(10, 500, 1500)]
    [InlineData(20, 500, 1000)]
    [InlineData(20, 1000, 0)]
    [InlineData(20, 5000, 0)]
    [InlineData(30, 0, 0)]
    [InlineData(40, 0, 0)]
    public void The_smaller_of_unused_time_and_unused_traffic_counts(int days, long used, long cents) =>
        Credit(days, Pool(1000, used), Period(0, 30, 1000, 3000)).Should().Be(cents);

    [Fact]
    public void Without_a_limit_of_traffic_time_alone_counts()
    {
        Credit(10, Pool(0, 5000), Period(0, 30, 0, 3000)).Should().Be(2000);
        Credit(10, Pool(0, 5000), Period(0, 30, 1000, 3000)).Should().Be(2000, "a later order took the limit away");
    }

    [Fact]
    public void The_sum_is_rounded_down_and_not_its_parts() =>
        Credit(0, Pool(0, 0), Period(0, 30, 0, 1), Period(30, 60, 0, 1)).Should().Be(2);

    [Fact]
    public void A_part_of_a_cent_of_each_of_two_periods_is_a_cent_when_it_is_one_together() =>
        Credit(15, Pool(0, 0), Period(0, 30, 0, 101), Period(0, 30, 0, 101)).Should().Be(101);

    [Fact]
    public void A_period_not_begun_counts_whole_and_the_pool_is_used_from_the_front()
    {
        var periods = new[] { Period(0, 30, 1000, 3000), Period(30, 60, 1000, 3000) };

        Credit(10, Pool(2000, 1000), periods).Should().Be(3000, "the first period's traffic is gone");
        Credit(10, Pool(2000, 1500), periods).Should().Be(1500);
        Credit(40, Pool(2000, 0), periods).Should().Be(2000);
    }

    [Fact]
    public void What_was_granted_is_worth_nothing()
    {
        Credit(10, Pool(1500, 500, granted: 500), Period(0, 30, 1000, 3000)).Should().Be(1500);
        Credit(35, Pool(1000, 0), Period(0, 30, 1000, 3000)).Should().Be(0, "the days that are left were a gift");
    }

    [Fact]
    public void Never_more_than_is_left_of_what_was_paid()
    {
        Credit(0, Pool(0, 0), Period(0, 30, 0, 3000) with { TakenBackCents = 2500 }).Should().Be(500);
        Credit(15, Pool(0, 0), Period(0, 30, 0, 3000) with { TakenBackCents = 1000 }).Should().Be(1500);
        Credit(0, Pool(0, 0), Period(0, 30, 0, 3000) with { TakenBackCents = 9000 }).Should().Be(0);
    }

    [Theory]
    [InlineData(0, 0, 12_000)]
    [InlineData(0, 50, 11_500)]
    [InlineData(0, 100, 11_000)]
    [InlineData(40, 0, 10_684)]
    [InlineData(40, 100, 10_000)]
    [InlineData(360, 0, 164)]
    public void Where_the_quota_comes_back_the_periods_that_have_not_begun_are_unused(int days, long used, long cents)
    {
        // A year from 1 January has twelve monthly quotas of 100.
        var periods = new QuotaPeriods(QuotaReset.Month, new DateOnly(2026, 1, 1), BillingCalendar.Utc);
        var now = Opened.AddDays(days);
        var traffic = new SubscriptionTraffic(periods, periods.StartOf(periods.At(now)), 100, used, 0);

        PlanCredit.Cents([Period(0, 365, 100, 12_000)], traffic, now).Should().Be(cents);
    }

    [Fact]
    public void It_never_grows_with_time_or_use_and_never_exceeds_what_is_left()
    {
        var input =
            from prices in Gen.Choose(0, 100_000).Zip(Gen.Choose(0, 100_000)).NonEmptyListOf()
            from total in Gen.Choose(0, 10_000)
            from used in Gen.Choose(0, 12_000)
            from minutes in Gen.Choose(0, 300_000)
            from reset in Gen.Elements(QuotaReset.None, QuotaReset.Day, QuotaReset.Week, QuotaReset.Month, QuotaReset.ThirtyDays)
            select (prices, total, used, minutes, reset);
        Prop.ForAll(input.ToArbitrary(), row =>
        {
            var paid = row.prices.Select((price, at) =>
                Period(30 * at, 30 * (at + 1), row.total, price.Item1) with { TakenBackCents = price.Item2 }).ToList();
            long At(int minutes, int used)
            {
                var now = Opened.AddMinutes(minutes);
                var quota = row.reset == QuotaReset.None ? null : new QuotaPeriods(row.reset, new DateOnly(2026, 1, 1), BillingCalendar.Utc);
                var total = row.reset == QuotaReset.None ? (long)row.total * paid.Count : row.total;
                return PlanCredit.Cents(paid, new SubscriptionTraffic(quota, quota?.StartOf(quota.At(now)) ?? Opened, total, used, 0), now);
            }

            var credit = At(row.minutes, row.used);
            return credit >= 0
                && credit <= paid.Sum(period => period.LeftCents)
                && At(row.minutes, row.used + 100) <= credit
                && (row.reset != QuotaReset.None || At(row.minutes + 1000, row.used) <= credit)
                && At(paid.Count * 30 * 1440, row.used) == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_changed_plan_begins_with_its_own_time_and_traffic_and_keeps_the_link()
    {
        var subscription = Open(new PlanId(1));
        subscription.Use(70);
        var now = Opened.AddDays(5);

        subscription.ChangePlan(Terms(new PlanId(2)), Grant.Paid(new OrderId(2), 90, 500, QuotaReset.Month), BillingCalendar.Utc, now).IsSuccess.Should().BeTrue();

        (subscription.PlanId, subscription.Reset, subscription.TrafficTotalBytes, subscription.TrafficUsedBytes, subscription.ExpiresAt)
            .Should().Be((new PlanId(2), QuotaReset.Month, 500, 0, now.AddDays(90)));
        (subscription.TokenHash, subscription.TermsNumber, subscription.NewGrants[^1].TermsNumber, subscription.NewGrants[^1].ExpiresBefore)
            .Should().Be(("h", 2, 2, now));
        subscription.NewPeriods.Should().ContainSingle().Which.UsedBytes.Should().Be(70);
    }

    [Fact]
    public void A_plan_changes_only_to_another_one_and_only_while_it_runs()
    {
        var (same, over, disabled) = (Open(new PlanId(1)), Open(new PlanId(1)), Open(new PlanId(1)));
        disabled.Disable();
        var grant = Grant.Paid(new OrderId(2), 90, 500);

        same.ChangePlan(Terms(new PlanId(1)), grant, BillingCalendar.Utc, Opened).Error!.Code.Should().Be("plan_change.same_plan");
        over.ChangePlan(Terms(new PlanId(2)), grant, BillingCalendar.Utc, Opened.AddDays(30)).Error!.Code.Should().Be("plan_change.not_live");
        disabled.ChangePlan(Terms(new PlanId(2)), grant, BillingCalendar.Utc, Opened).Error!.Code.Should().Be("plan_change.not_live");
    }

    [Theory]
    [InlineData(0, "basis", null)]
    [InlineData(599, "basis", null)]
    [InlineData(600, "basis", "plan_change.quote_expired")]
    [InlineData(1, "other", "plan_change.changed")]
    public void A_quote_holds_ten_minutes_for_what_it_was_made_from(int seconds, string basis, string? code) =>
        PlanChangeQuote.Of(Open(new PlanId(1)), new PlanId(2), 1, Money.Yuan(100), 30, "basis", Opened)
            .Check(basis, Opened.AddSeconds(seconds)).Error?.Code.Should().Be(code);

    private static Subscription Open(PlanId plan) => Subscription.Open(
        new UserId(7), Terms(plan), new SubscriptionKeys("h", "t", "c"), Grant.Paid(new OrderId(1), 30, 1000), Opened);

    private static SubscriptionTerms Terms(PlanId plan) => new(plan, $"plan {plan.Value}", $"plan {plan.Value}", 3)
    {
        Reset = plan.Value == 2 ? QuotaReset.Month : QuotaReset.None,
    };

    private static long Credit(int days, SubscriptionTraffic traffic, params PaidPeriod[] periods) =>
        PlanCredit.Cents(periods, traffic, Opened.AddDays(days));

    private static SubscriptionTraffic Pool(long total, long used, long granted = 0) => new(null, Opened, total, used, granted);

    private static PaidPeriod Period(int from, int until, long traffic, long cents) =>
        new(new OrderId(1), Opened.AddDays(from), Opened.AddDays(until), traffic, cents, 0);
}
