using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;
using Xunit;

namespace VpsPanel.Domain.Tests.Sales.Subscriptions;

public sealed class SubscriptionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_renewed_from_its_end_and_after_its_end_from_now()
    {
        var subscription = Open(30, 1000);

        subscription.Renew(Paid(30, 1000), Now.AddDays(10));
        subscription.ExpiresAt.Should().Be(Now.AddDays(60));
        subscription.PeriodStartedAt.Should().Be(Now);
        subscription.Renew(Paid(30, 1000), Now.AddDays(100));

        (subscription.ExpiresAt, subscription.TrafficTotalBytes, subscription.PeriodStartedAt)
            .Should().Be((Now.AddDays(130), 3000, Now.AddDays(100)));
    }

    [Fact]
    public void One_that_is_over_lives_again_and_one_that_is_disabled_does_not()
    {
        var (over, disabled) = (Open(1, 0), Open(1, 0));
        over.Expire(Now.AddDays(1));
        disabled.Disable();

        over.Renew(Paid(1, 0), Now.AddDays(2));
        disabled.Renew(Paid(1, 0), Now.AddDays(2));

        (over.Status, disabled.Status).Should().Be((SubscriptionStatus.Active, SubscriptionStatus.Disabled));
        disabled.Enable(Now.AddDays(2));
        disabled.Status.Should().Be(SubscriptionStatus.Active);
        disabled.Disable();
        disabled.Enable(Now.AddDays(9));
        disabled.Status.Should().Be(SubscriptionStatus.Expired);
    }

    [Theory]
    [InlineData(0, 500, 0)]
    [InlineData(1000, 500, 1500)]
    [InlineData(1000, 0, 0)]
    public void Traffic_is_added_unless_there_is_no_limit(long before, long bought, long after)
    {
        var subscription = Open(1, before);

        subscription.Renew(Paid(1, bought), Now);

        subscription.TrafficTotalBytes.Should().Be(after);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1000, 1000)]
    public void A_gift_of_days_leaves_the_traffic_alone(long before, long after)
    {
        var subscription = Open(1, before);

        subscription.Renew(Grant.Gift(TimeSpan.FromDays(1), 0, "ann"), Now);

        subscription.TrafficTotalBytes.Should().Be(after);
    }

    [Fact]
    public void A_gift_of_traffic_moves_no_end_and_wakes_nothing()
    {
        var subscription = Open(1, 1000);
        subscription.Expire(Now.AddDays(1));

        subscription.Renew(Grant.Gift(TimeSpan.Zero, 5, "ann"), Now.AddDays(3));

        (subscription.ExpiresAt, subscription.TrafficTotalBytes, subscription.Status)
            .Should().Be((Now.AddDays(1), 1005, SubscriptionStatus.Expired));
    }

    [Fact]
    public void It_expires_not_before_its_time()
    {
        var subscription = Open(1, 0);

        subscription.Expire(Now.AddDays(1).AddTicks(-1));

        subscription.Status.Should().Be(SubscriptionStatus.Active);
        (subscription.IsLive(Now), subscription.IsLive(Now.AddDays(1))).Should().Be((true, false));
    }

    [Fact]
    public void A_rotation_leaves_nothing_of_the_old_secrets()
    {
        var subscription = Open(1, 0);

        subscription.Rotate(new SubscriptionKeys("h2", "t2", "c2"));

        (subscription.TokenHash, subscription.SealedToken, subscription.SealedCredential).Should().Be(("h2", "t2", "c2"));
    }

    [Fact]
    public void Its_grants_lead_from_one_end_to_the_next_without_a_gap()
    {
        var step = Gen.Choose(0, 36_600).Zip(Gen.Choose(0, 4000));
        Prop.ForAll(step.ListOf().ToArbitrary(), steps =>
        {
            var (subscription, now) = (Open(30, 1000), Now);
            foreach (var (days, later) in steps)
            {
                now = now.AddDays(later % 400);
                subscription.Renew(Paid(days, 1_000_000_000_000_000), now);
            }

            var grants = subscription.NewGrants;
            return grants.Zip(grants.Skip(1)).All(pair => pair.First.ExpiresAfter == pair.Second.ExpiresBefore)
                && grants.All(grant => grant.ExpiresAfter >= grant.ExpiresBefore)
                && grants[^1].ExpiresAfter == subscription.ExpiresAt
                && subscription.ExpiresAt <= SubscriptionTerms.Latest
                && subscription.TrafficTotalBytes is > 0 and <= SubscriptionTerms.MaxTraffic;
        }).QuickCheckThrowOnFailure();
    }

    private static Subscription Open(int days, long traffic) => Subscription.Open(
        new UserId(7), new SubscriptionTerms(null, "s", "p", 3), new SubscriptionKeys("h", "t", "c"), Paid(days, traffic), Now);

    private static Grant Paid(int days, long traffic) => Grant.Paid(new OrderId(1), days, traffic);
}
