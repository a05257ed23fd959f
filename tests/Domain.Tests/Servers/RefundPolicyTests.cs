using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;
using Xunit;

namespace VpsPanel.Domain.Tests.Servers;

public sealed class RefundPolicyTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly RatioCurve None = new([]);
    private static readonly RefundPolicy Standard = new(None, TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30));
    private static readonly RefundPolicy ByHours = new(None, TimeSpan.FromHours(2), TimeSpan.FromHours(48), TimeSpan.Zero);
    private static readonly RefundPolicy ByCurve =
        new(new RatioCurve([new(0, 1), new(10, 0.9m), new(100, 0)]), TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    [Theory]
    [InlineData(12, 10_000)]
    [InlineData(24, 10_000)]
    [InlineData(25, 8_512)]
    [InlineData(72, 5_714)]
    [InlineData(120, 2_857)]
    [InlineData(168, 0)]
    [InlineData(400, 0)]
    public void The_standard_rules_give_back_less_and_less(int hours, long cents) => Due(Standard, 10_000, 30, hours).Should().Be(cents);

    [Theory]
    [InlineData(24, 26_000)]
    [InlineData(25, 22_131)]
    [InlineData(72, 14_857)]
    [InlineData(168, 0)]
    public void A_longer_period_has_the_same_hours(int hours, long cents) => Due(Standard, 26_000, 90, hours).Should().Be(cents);

    [Theory]
    [InlineData(2, 10_000)]
    [InlineData(3, 9_375)]
    [InlineData(24, 5_000)]
    [InlineData(48, 0)]
    public void Hours_work_like_days(int hours, long cents) => Due(ByHours, 10_000, 30, hours).Should().Be(cents);

    [Theory]
    [InlineData(36, 9_500)]
    [InlineData(72, 9_000)]
    [InlineData(360, 5_000)]
    [InlineData(720, 0)]
    public void A_curve_replaces_the_rules(int hours, long cents) => Due(ByCurve, 10_000, 30, hours).Should().Be(cents);

    [Fact]
    public void Nothing_goes_back_for_an_expired_VPS_whatever_the_curve_says()
    {
        var generous = ByCurve with { Curve = new RatioCurve([new(0, 1)]) };
        Due(generous, 10_000, 30, 719).Should().Be(10_000);
        Due(generous, 10_000, 30, 720).Should().Be(0);
    }

    [Fact]
    public void A_VPS_without_an_end_is_refunded_by_time_and_has_the_end_of_the_curve()
    {
        var now = Start.AddHours(25);
        Standard.Due(Money.Yuan(10_000), Start, null, now).Cents.Should().Be(8_512);
        ByCurve.Due(Money.Yuan(10_000), Start, null, now).Cents.Should().Be(0);
    }

    [Fact]
    public void A_rule_longer_than_the_period_ends_with_it()
    {
        Due(Standard, 10_000, 5, 60).Should().Be(5_000, "the seven days shrink to the five that were paid");
        Due(Standard with { NoRefund = TimeSpan.FromHours(30) }, 10_000, 30, 31).Should().Be(0);
        Due(Standard with { Full = TimeSpan.Zero, Prorate = TimeSpan.Zero }, 10_000, 30, 0).Should().Be(0, "every rule is off");
    }

    [Fact]
    public void No_more_goes_back_than_is_held()
    {
        var cases = from held in Gen.Choose(0, 1_000_000)
                    from days in Gen.Choose(1, 400)
                    from minutes in Gen.Choose(0, 600_000)
                    from full in Gen.Choose(0, 100_000)
                    from prorate in Gen.Choose(0, 600_000)
                    select (Held: held, Days: days, Minutes: minutes, Full: full, Prorate: prorate);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var policy = new RefundPolicy(None, TimeSpan.FromMinutes(one.Full), TimeSpan.FromMinutes(one.Prorate), TimeSpan.Zero);
            policy.Due(Money.Yuan(one.Held), Start, Start.AddDays(one.Days), Start.AddMinutes(one.Minutes)).Cents.Should()
                .BeInRange(0, one.Held);
        }).QuickCheckThrowOnFailure();
    }

    private static long Due(RefundPolicy policy, long held, int days, int hours) =>
        policy.Due(Money.Yuan(held), Start, Start.AddDays(days), Start.AddHours(hours)).Cents;
}
