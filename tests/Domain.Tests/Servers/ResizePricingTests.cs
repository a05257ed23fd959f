using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;
using Xunit;

namespace VpsPanel.Domain.Tests.Servers;

public sealed class ResizePricingTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly UnusedTime Month = Sold(Start, TimeSpan.FromDays(30), 30);
    private static readonly DateTimeOffset Half = Start.AddDays(15);
    private static readonly ResizePricing Standard =
        new(false, MidpointRounding.AwayFromZero, Money.Yuan(0), Money.Yuan(0), 1, true, new RatioCurve([]));

    [Fact]
    public void Half_a_month_costs_half_the_difference()
    {
        Price(Standard, 1_500, 2_000).Should().Be((250, 0));
        Price(Standard, 2_000, 1_500).Should().Be((-250, 250));
        Price(Standard with { RefundRatio = 0.5m }, 2_000, 1_500).Should().Be((-250, 125));
        Price(Standard with { RefundRatio = 0 }, 2_000, 1_500).Should().Be((-250, 0));
        Price(Standard with { Refunds = false }, 2_000, 1_500).Should().Be((-250, 0));
        Price(Standard with { MinCharge = Money.Yuan(300) }, 1_500, 2_000).Should().Be((300, 0));
        Price(Standard with { MinRefund = Money.Yuan(300) }, 2_000, 1_500).Should().Be((-250, 0));
        Price(Standard, 1_500, 1_500).Should().Be((0, 0));
    }

    [Theory]
    [InlineData(MidpointRounding.AwayFromZero, 167, -167)]
    [InlineData(MidpointRounding.ToPositiveInfinity, 167, -166)]
    [InlineData(MidpointRounding.ToNegativeInfinity, 166, -167)]
    public void A_third_is_rounded_as_the_operator_wants(MidpointRounding rounding, long up, long down)
    {
        var pricing = Standard with { Rounding = rounding };
        Price(pricing, 1_500, 2_000, Start.AddDays(20)).Charge.Should().Be(up);

        var (charge, refund) = Price(pricing, 2_000, 1_500, Start.AddDays(20));
        charge.Should().Be(down);
        refund.Should().BeLessThanOrEqualTo(Math.Min(up, -down), "up and down must not earn a cent");
    }

    [Fact]
    public void Nothing_is_charged_where_nothing_was_paid()
    {
        Standard.Quote(Money.Yuan(1_500), Money.Yuan(2_000), [], Half).Charge.Cents.Should().Be(0);
        Price(Standard, 1_500, 2_000, Month.End).Should().Be((0, 0));
        Price(Standard, 2_000, 1_500, Month.End.AddDays(1)).Should().Be((0, 0));
        Standard.Quote(Money.Yuan(2_000), Money.Yuan(1_500), [Month with { Left = Money.Yuan(0) }], Half).Refund.Cents.Should()
            .Be(0, "nobody paid for what is left");
        Price(Standard, 1_500, 2_000, Start.AddDays(-3)).Should().Be((500, 0), "no more than the whole period is left");
    }

    [Fact]
    public void A_step_up_in_a_year_costs_its_share_of_the_years_difference()
    {
        // A year at ten monthly prices: 50.00 more for all of it.
        var year = Sold(Start, TimeSpan.FromDays(365), 300);
        Standard.Quote(Money.Yuan(1_500), Money.Yuan(2_000), [year], Start).Charge.Cents.Should().Be(5_000);
        Standard.Quote(Money.Yuan(1_500), Money.Yuan(2_000), [year], Start.AddDays(73)).Charge.Cents.Should().Be(4_000);
        Standard.Quote(Money.Yuan(2_000), Money.Yuan(1_500), [year], Start.AddDays(292)).Refund.Cents.Should().Be(1_000);
        (Standard with { IsFull = true }).Quote(Money.Yuan(1_500), Money.Yuan(2_000), [year], Start.AddDays(73)).Charge.Cents.Should().Be(5_000);
    }

    [Fact]
    public void Every_period_that_is_left_has_its_own_length_and_price()
    {
        var next = Sold(Month.End, TimeSpan.FromDays(365), 300);
        Standard.Quote(Money.Yuan(1_500), Money.Yuan(2_000), [Month, next], Half).Charge.Cents.Should().Be(250 + 5_000);
        Standard.Quote(Money.Yuan(2_000), Money.Yuan(1_500), [Month, next], Half).Refund.Cents.Should().Be(250 + 5_000);

        // What was taken away costs nothing, and what is left costs what it did.
        Standard.Quote(Money.Yuan(1_500), Money.Yuan(2_000), [Month with { End = Start.AddDays(18) }], Half).Charge.Cents.Should().Be(50);
    }

    [Fact]
    public void The_full_price_is_for_steps_up_only()
    {
        Price(Standard with { IsFull = true }, 1_500, 2_000).Should().Be((500, 0));
        Price(Standard with { IsFull = true }, 2_000, 1_500).Should().Be((-250, 250));
    }

    [Fact]
    public void A_curve_takes_the_place_of_the_time_that_is_left()
    {
        var curve = Standard with { Curve = new RatioCurve([new(0, 1), new(50, 0.8m), new(100, 0.2m)]) };
        Price(curve, 1_500, 2_000).Should().Be((400, 0));
        Price(curve, 2_000, 1_500).Should().Be((-400, 400));

        var rising = Standard with { Curve = new RatioCurve([new(0, 0.2m), new(100, 1)]) };
        Price(rising, 2_000, 1_500).Should().Be((-300, 100), "the same step up may have cost 1.00 at the start");
    }

    [Fact]
    public void Going_up_and_down_in_one_period_never_earns()
    {
        var pricings = from full in Gen.Elements(true, false)
                       from rounding in Gen.Elements(
                           MidpointRounding.AwayFromZero, MidpointRounding.ToPositiveInfinity, MidpointRounding.ToNegativeInfinity)
                       from hasCurve in Gen.Elements(true, false)
                       from first in Gen.Choose(0, 100)
                       select Standard with
                       {
                           IsFull = full,
                           Rounding = rounding,
                           Curve = new RatioCurve(hasCurve ? [new(0, first / 100m), new(60, 0.9m), new(100, 0.1m)] : []),
                       };
        var cases = from pricing in pricings
                    from low in Gen.Choose(0, 100_000)
                    from step in Gen.Choose(1, 100_000)
                    from up in Gen.Choose(0, 50_000)
                    from wait in Gen.Choose(0, 50_000)
                    from minutes in Gen.Choose(1, 100_000)
                    from priced in Gen.Choose(1, 4_000_000)
                    select (Pricing: pricing, Low: low, Step: step, Up: up, Down: up + wait, Minutes: minutes, PricedDays: priced / 10_000m);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            UnusedTime[] period = [Sold(Start, TimeSpan.FromMinutes(one.Minutes), one.PricedDays), Sold(Start.AddMinutes(one.Minutes), TimeSpan.FromDays(7), 7)];
            var (small, big) = (Money.Yuan(one.Low), Money.Yuan(one.Low + one.Step));
            var paid = one.Pricing.Quote(small, big, period, Start.AddMinutes(one.Up)).Charge;
            var (charge, refund) = one.Pricing.Quote(big, small, period, Start.AddMinutes(one.Down));
            return refund <= paid && refund <= -charge && !refund.IsNegative;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Parts_of_a_whole_add_up_to_the_cent()
    {
        var cases = from cents in Gen.Choose(-1_000_000, 1_000_000)
                    from whole in Gen.Choose(1, 1_000_000)
                    from part in Gen.Choose(0, 1_000_000)
                    select (Cents: cents, Whole: whole, Part: Math.Min(part, whole));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var (part, whole) = (TimeSpan.FromTicks(one.Part), TimeSpan.FromTicks(one.Whole));
            var down = Money.Yuan(one.Cents).Share(part, whole, MidpointRounding.ToNegativeInfinity);
            var up = Money.Yuan(one.Cents).Share(whole - part, whole, MidpointRounding.ToPositiveInfinity);
            return (down + up).Cents == one.Cents;
        }).QuickCheckThrowOnFailure();
    }

    private static (long Charge, long Refund) Price(ResizePricing pricing, long current, long target, DateTimeOffset? at = null)
    {
        var price = pricing.Quote(Money.Yuan(current), Money.Yuan(target), [Month], at ?? Half);
        return (price.Charge.Cents, price.Refund.Cents);
    }

    private static UnusedTime Sold(DateTimeOffset start, TimeSpan length, decimal pricedDays) =>
        new(start, start + length, length, pricedDays, null);
}
