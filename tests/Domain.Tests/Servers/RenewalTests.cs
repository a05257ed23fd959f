using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;
using Xunit;

namespace VpsPanel.Domain.Tests.Servers;

public sealed class RenewalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly EmergencyRenewal Terms = new(true, TimeSpan.FromDays(7), 1, TimeSpan.FromHours(720));

    [Theory]
    [InlineData(2, 0, 2, 0, 60)]
    [InlineData(2, 400, 2, 0, 60)]
    [InlineData(0, 30, 0, 30, 30)]
    [InlineData(0, 45, 0, 45, 45)]
    [InlineData(0, 1, 0, 1, 1)]
    [InlineData(0, 0, 1, 0, 30)]
    [InlineData(600, 0, 600, 0, 18_000)]
    [InlineData(0, 18_000, 0, 18_000, 18_000)]
    public void Months_and_days_are_sold_as_they_are_asked_for(int months, int days, int soldMonths, int soldDays, int pricedDays) =>
        Renewal.ByTime(months, days, inThirties: false).Value.Should()
            .BeEquivalentTo(new { Months = soldMonths, Days = soldDays, PricedDays = (decimal)pricedDays });

    [Theory]
    [InlineData(2, 0, 60)]
    [InlineData(2, 400, 60)]
    [InlineData(0, 30, 30)]
    [InlineData(0, 31, 60)]
    [InlineData(0, 45, 60)]
    [InlineData(0, 0, 30)]
    [InlineData(600, 0, 18_000)]
    [InlineData(0, 18_000, 18_000)]
    public void In_the_old_arithmetic_days_are_sold_in_months_of_thirty_days_that_are_begun(int months, int days, int sold) =>
        Renewal.ByTime(months, days, inThirties: true).Value.Should()
            .BeEquivalentTo(new { Months = 0, Days = sold, PricedDays = (decimal)sold });

    [Theory]
    [InlineData(601, 0, "duration_months")]
    [InlineData(-1, 0, "duration_months")]
    [InlineData(0, -30, "renew_days")]
    [InlineData(0, 18_001, "renew_days")]
    [InlineData(0, int.MaxValue, "renew_days")]
    public void What_cannot_be_sold_is_refused_by_its_name(int months, int days, string field)
    {
        Renewal.ByTime(months, days, inThirties: false).Error!.Details.Should().ContainKey(field);
        Renewal.ByTime(months, days, inThirties: true).Error!.Details.Should().ContainKey(field);
    }

    [Theory]
    [InlineData(3_300, 2, 0, 6_600)]
    [InlineData(3_300, 0, 45, 4_950)]
    [InlineData(4_990, 0, 1, 166)]
    [InlineData(15, 0, 1, 1)]
    [InlineData(14, 0, 1, 0)]
    [InlineData(4_990, 0, 31, 5_156)]
    public void A_month_costs_its_price_and_a_day_a_thirtieth_of_it_rounded_half_up(long monthly, int months, int days, long cents) =>
        Price(monthly, Renewal.ByTime(months, days, inThirties: false).Value).Should().Be(cents);

    [Fact]
    public void A_cycle_costs_what_it_costs_in_a_purchase_and_lasts_its_months()
    {
        var yearly = BillingCycle.Create(new BillingCycleTerms("Yearly", 12, 10m, 1, 5, true, 0)).Value;

        var year = Renewal.ByCycle(yearly, 1, inThirties: false).Value;
        (year.Months, year.Days, Price(1_900, year)).Should().Be((12, 0, 19_000));
        Price(1_900, Renewal.ByCycle(yearly, 3, inThirties: false).Value).Should().Be(57_000);
        Renewal.ByCycle(yearly, 0, inThirties: true).Value.Should().BeEquivalentTo(new { Months = 0, Days = 360, PricedDays = 300m });
        Renewal.ByCycle(yearly, 6, inThirties: false).Error!.Details.Should().ContainKey("cycle_qty");
        yearly.Change(new BillingCycleTerms("Yearly", 12, 10m, 1, 5, false, 0));
        Renewal.ByCycle(yearly, 1, inThirties: false).Error!.Code.Should().Be("billing_cycle.inactive");
    }

    [Fact]
    public void A_cycle_costs_the_same_as_a_purchase_of_it_to_the_cent()
    {
        var cases = from cents in Gen.Choose(0, 1_000_000)
                    from factor in Gen.Choose(1, 200_000)
                    from months in Gen.Choose(1, 36)
                    from qty in Gen.Choose(1, 10)
                    select (Monthly: Money.Yuan(cents), Factor: factor / 10_000m, Months: months, Qty: qty);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var cycle = BillingCycle.Create(new BillingCycleTerms("C", one.Months, one.Factor, 0, 0, true, 0)).Value;
            return Renewal.Price(one.Monthly, Renewal.ByCycle(cycle, one.Qty, inThirties: false).Value).Value
                == one.Monthly.Scale(one.Factor * one.Qty);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Time_that_is_left_stays_and_time_without_a_VPS_is_not_sold()
    {
        Renewal.From(Now.AddDays(10), Now).Should().Be(Now.AddDays(10));
        Renewal.From(Now.AddDays(-5), Now).Should().Be(Now);
        Renewal.From(null, Now).Should().Be(Now);
        Renewal.Until(Now, 1, new VpsExtension(45, IsEmergency: false), BillingCalendar.Utc).Should().Be(Now.AddDays(45));
        Renewal.Until(Now, 1, new VpsExtension(5, IsEmergency: false, Months: 2), BillingCalendar.Utc)
            .Should().Be(new DateTimeOffset(2026, 5, 6, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Nobody_pays_for_more_than_a_hundred_years_or_more_than_money_can_count()
    {
        var most = Renewal.ByTime(600, 0, inThirties: false).Value;
        Renewal.Reaches(Now.AddYears(60), most, Now).Error!.Code.Should().Be("vps.paid_too_far_ahead");
        Renewal.Reaches(DateTimeOffset.MaxValue, most, Now).IsSuccess.Should().BeFalse();
        Renewal.Reaches(Now.AddYears(40), most, Now).IsSuccess.Should().BeTrue();
        Renewal.Price(Money.Yuan(1_000_000_000_000), Renewal.ByTime(0, 9_000, inThirties: false).Value).Error!
            .Details.Should().ContainKey("renew_days");
    }

    [Theory]
    [InlineData(3, null, null)]
    [InlineData(7, null, null)]
    [InlineData(8, null, "vps.not_in_emergency")]
    [InlineData(0, null, "vps.not_in_emergency")]
    [InlineData(-1, null, "vps.not_in_emergency")]
    [InlineData(3, 719, "vps.emergency_renewed_before")]
    [InlineData(3, 720, null)]
    public void An_emergency_is_shortly_before_the_expiry_and_rare(int daysLeft, int? hoursAgo, string? code) =>
        Terms.Allows(Now.AddDays(daysLeft), hoursAgo is { } hours ? Now.AddHours(-hours) : null, Now).Error?.Code.Should().Be(code);

    [Fact]
    public void A_window_of_nothing_is_any_time_and_a_switch_is_a_switch()
    {
        (Terms with { Window = TimeSpan.Zero }).Allows(Now.AddDays(300), null, Now).IsSuccess.Should().BeTrue();
        (Terms with { Enabled = false }).Allows(Now.AddDays(3), null, Now).Error!.Code.Should().Be("vps.emergency_renew_disabled");
        Terms.Allows(null, null, Now).Error!.Code.Should().Be("vps.not_in_emergency");
    }

    private static long Price(long monthly, SoldTime time) => Renewal.Price(Money.Yuan(monthly), time).Value.Cents;
}
