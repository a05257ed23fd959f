using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Traffic;
using VpsPanel.Domain.Sales.Subscriptions;
using Xunit;

namespace VpsPanel.Domain.Tests.Proxies.Traffic;

public sealed class TrafficTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Counters_count_by_what_they_grew()
    {
        var counter = Counter();

        counter.Accept(new("a", 1, 100, 50), Now).Should().Be(150, "what was counted before the first report was used too");
        counter.Accept(new("a", 2, 110, 70), Now).Should().Be(30);
        counter.Accept(new("a", 3, 110, 70), Now).Should().Be(0);
    }

    [Fact]
    public void Repeats_and_latecomers_add_nothing()
    {
        var counter = Counter();
        counter.Accept(new("a", 5, 100, 100), Now);

        counter.Accept(new("a", 5, 100, 100), Now).Should().BeNull();
        counter.Accept(new("a", 5, 900, 900), Now).Should().BeNull();
        counter.Accept(new("a", 4, 50, 50), Now).Should().BeNull();
        counter.Accept(new("a", 6, 101, 100), Now).Should().Be(1);
    }

    [Theory]
    [InlineData("b", 1, 30, 20, 50)]
    [InlineData("a", 6, 30, 20, 50)]
    [InlineData("a", 6, 300, 20, 220)]
    [InlineData("a", 6, 40, 110, 50)]
    public void After_a_restart_counters_count_from_nothing(string boot, long sequence, long up, long down, long added)
    {
        var counter = Counter();
        counter.Accept(new("a", 5, 100, 100), Now);

        counter.Accept(new(boot, sequence, up, down), Now).Should().Be(added);
    }

    [Fact]
    public void The_largest_counters_overflow_nothing()
    {
        var counter = Counter();
        var subscription = Subscription(10);
        for (var boot = 0; boot < 50; boot++)
            subscription.Use(counter.Accept(new($"boot-{boot}", 1, TrafficCounter.MaxBytes, TrafficCounter.MaxBytes), Now)!.Value);

        counter.CountedBytes.Should().Be(long.MaxValue);
        subscription.TrafficUsedBytes.Should().Be(SubscriptionTerms.MaxTraffic);
    }

    /// <summary>
    /// A node counts, restarts now and then, and its reports are repeated and mixed up on the way: what is believed never exceeds what went
    /// through, and equals it once the last word of every boot has arrived in order.
    /// </summary>
    [Fact]
    public void Whatever_happens_on_the_way_no_byte_counts_twice()
    {
        var steps = ArbMap.Default.ArbFor<(byte Up, byte Down, bool Restarts)[]>();
        Prop.ForAll(steps, ArbMap.Default.ArbFor<int>(), (life, seed) =>
        {
            var (reports, lastOfBoots, truth) = Live(life);
            var random = new Random(seed);
            var counter = Counter();
            var used = 0L;

            // Late reports of an older boot never reach a counter: the node's current boot is asked for first.
            foreach (var boot in reports.GroupBy(report => report.BootId))
            {
                foreach (var report in boot.Concat(boot).OrderBy(_ => random.Next()).Append(lastOfBoots[boot.Key]))
                    used += counter.Accept(report, Now) ?? 0;
            }

            return used == truth && counter.CountedBytes == truth;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0, 300, 100, 300, 100)]
    [InlineData(29, 300, 100, 300, 100)]
    [InlineData(30, 300, 40, 200, 0)]
    [InlineData(30, 300, 250, 200, 150)]
    [InlineData(60, 300, 250, 100, 50)]
    [InlineData(89, 300, 300, 100, 100)]
    [InlineData(90, 300, 20, 100, 0)]
    [InlineData(400, 301, 301, 101, 101)]
    public void A_period_that_is_over_takes_its_part_of_the_total_along(int days, long total, long used, long left, long counted)
    {
        var subscription = Subscription(total, 90);
        subscription.Use(used);

        subscription.RollOverTrafficPeriods(TimeSpan.FromDays(30), Now.AddDays(days)).Should().Be(days >= 30);

        (subscription.TrafficTotalBytes, subscription.TrafficUsedBytes).Should().Be((left, counted));
        subscription.RollOverTrafficPeriods(TimeSpan.FromDays(30), Now.AddDays(days)).Should().BeFalse("a period begins once");
    }

    [Fact]
    public void Without_a_limit_a_period_begins_with_nothing_used()
    {
        var subscription = Subscription(0, 90);
        subscription.Use(5);

        subscription.RollOverTrafficPeriods(TimeSpan.FromDays(30), Now.AddDays(31)).Should().BeTrue();

        (subscription.TrafficTotalBytes, subscription.TrafficUsedBytes).Should().Be((0, 0));
        subscription.PeriodStartedAt.Should().Be(Now.AddDays(30));
    }

    [Fact]
    public void Turning_periods_never_gives_more_than_was_granted() => Prop.ForAll(
        ArbMap.Default.ArbFor<(NonNegativeInt Total, NonNegativeInt Used, byte Days)>(), life =>
        {
            var subscription = Subscription(life.Total.Get + 1L, 100);
            subscription.Use(life.Used.Get);
            var before = Math.Max(0, subscription.TrafficTotalBytes - subscription.TrafficUsedBytes);
            subscription.RollOverTrafficPeriods(TimeSpan.FromDays(7), Now.AddDays(life.Days));
            var after = Math.Max(0, subscription.TrafficTotalBytes - subscription.TrafficUsedBytes);

            return after <= before && subscription.TrafficTotalBytes > 0 && subscription.TrafficUsedBytes >= 0;
        }).QuickCheckThrowOnFailure();

    private static TrafficCounter Counter() => TrafficCounter.For(new NodeId(1), new SubscriptionId(1));

    private static Subscription Subscription(long total, int days = 30) => VpsPanel.Domain.Sales.Subscriptions.Subscription.Open(
        new UserId(1), new SubscriptionTerms(null, "VIP", "VIP", 0), new SubscriptionKeys("", "", ""),
        Grant.Paid(new OrderId(1), days, total), Now);

    private static (List<TrafficReading> Reports, Dictionary<string, TrafficReading> LastOfBoots, long Truth) Live(
        (byte Up, byte Down, bool Restarts)[] life)
    {
        var (boot, sequence, up, down, truth) = (0, 0, 0L, 0L, 0L);
        var reports = new List<TrafficReading>();
        var last = new Dictionary<string, TrafficReading>();
        foreach (var step in life)
        {
            if (step.Restarts)
                (boot, sequence, up, down) = (boot + 1, 0, 0, 0);

            (up, down, truth) = (up + step.Up, down + step.Down, truth + step.Up + step.Down);
            reports.Add(last[$"boot-{boot}"] = new TrafficReading($"boot-{boot}", ++sequence, up, down));
        }

        return (reports, last, truth);
    }
}
