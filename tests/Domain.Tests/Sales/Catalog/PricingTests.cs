using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using Xunit;

namespace VpsPanel.Domain.Tests.Sales.Catalog;

public sealed class PricingTests
{
    private static readonly AddOns TwoAndTwo = new(2, 2, 0, 0);

    private static readonly Gen<AddOns> SomeAddOns =
        from cores in Gen.Choose(0, 64)
        from memory in Gen.Choose(0, 512)
        from disk in Gen.Choose(0, 4000)
        from bandwidth in Gen.Choose(0, 1000)
        select new AddOns(cores, memory, disk, bandwidth);

    private static readonly Gen<(int Cents, int TenThousandths, int Cycles, AddOns AddOns)> SomePurchase =
        from cents in Gen.Choose(0, 1_000_000)
        from tenThousandths in Gen.Choose(1, 120_000)
        from cycles in Gen.Choose(1, 12)
        from addOns in SomeAddOns
        select (cents, tenThousandths, cycles, addOns);

    [Fact]
    public void Add_ons_raise_the_monthly_price()
    {
        var quote = Pricing.Quote(Offers.Package(), Offers.Group(), null, TwoAndTwo, 0).Value;

        quote.Should().Be(new Quote(Money.Yuan(3300), Money.Yuan(3300), 1, 1, 30));
    }

    [Theory]
    [InlineData(-1, 9240, 3)]
    [InlineData(0, 9240, 3)]
    [InlineData(1, 9240, 3)]
    [InlineData(2, 18480, 6)]
    public void A_cycle_multiplies_price_and_months(int cycleQty, long unit, int months)
    {
        var quote = Pricing.Quote(Offers.Package(), Offers.Group(), Offers.Cycle(Offers.Quarterly), TwoAndTwo, cycleQty).Value;

        quote.Unit.Should().Be(Money.Yuan(unit));
        quote.Months.Should().Be(months);
        quote.PricedDays.Should().Be(84m * months / 3, "a quarter costs 2.8 monthly prices");
        (quote.Unit * 3).Should().Be(Money.Yuan(unit * 3));
    }

    [Fact]
    public void Without_a_cycle_the_number_of_cycles_means_nothing()
    {
        Pricing.Quote(Offers.Package(), Offers.Group(), null, AddOns.None, 7).Value.Months.Should().Be(1);
    }

    [Theory]
    [InlineData(5, 0.5, 3)]
    [InlineData(7, 0.5, 4)]
    [InlineData(333, 2.5, 833)]
    [InlineData(1, 0.4999, 0)]
    public void Half_a_cent_is_rounded_away_from_zero(long monthly, double multiplier, long unit)
    {
        var cycle = Offers.Cycle(Offers.Quarterly with { Multiplier = (decimal)multiplier });

        Pricing.Quote(Offers.Package(monthly), Offers.Group(), cycle, AddOns.None, 1).Value.Unit.Should().Be(Money.Yuan(unit));
    }

    [Fact]
    public void A_price_is_the_monthly_sum_times_multiplier_and_cycles_to_the_cent() =>
        Prop.ForAll(SomePurchase.ToArbitrary(), purchase =>
        {
            var multiplier = purchase.TenThousandths / 10_000m;
            var cycle = Offers.Cycle(Offers.Quarterly with { Multiplier = multiplier });
            var quote = Pricing.Quote(Offers.Package(purchase.Cents), Offers.Group(), cycle, purchase.AddOns, purchase.Cycles).Value;

            var (add, group) = (purchase.AddOns, Offers.Group());
            var monthly = purchase.Cents + (500L * add.Cores) + (400L * add.MemoryGb) + (100L * add.DiskGb) + (1000L * add.BandwidthMbps);
            return quote.Monthly.Cents == monthly
                && Math.Abs(quote.Unit.Cents - (monthly * multiplier * purchase.Cycles)) <= 0.5m
                && quote.Months == 3 * purchase.Cycles
                && Pricing.Monthly(Offers.Package(purchase.Cents), group, add) == quote.Monthly;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_add_ons_never_cost_less() =>
        Prop.ForAll(SomePurchase.ToArbitrary(), SomeAddOns.ToArbitrary(), (purchase, more) =>
        {
            var cycle = Offers.Cycle(Offers.Quarterly with { Multiplier = purchase.TenThousandths / 10_000m });
            var add = purchase.AddOns;
            var larger = new AddOns(
                add.Cores + more.Cores, add.MemoryGb + more.MemoryGb, add.DiskGb + more.DiskGb, add.BandwidthMbps + more.BandwidthMbps);
            Money Unit(AddOns addOns) =>
                Pricing.Quote(Offers.Package(purchase.Cents), Offers.Group(), cycle, addOns, purchase.Cycles).Value.Unit;

            return Unit(larger) >= Unit(add);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(13)]
    [InlineData(int.MaxValue)]
    public void More_cycles_than_the_cycle_allows_are_refused(int cycleQty)
    {
        var quote = Pricing.Quote(Offers.Package(), Offers.Group(), Offers.Cycle(Offers.Quarterly), AddOns.None, cycleQty);

        quote.Error!.Details.Should().ContainKey("cycle_qty");
    }

    [Fact]
    public void Fewer_cycles_than_the_cycle_asks_for_are_refused()
    {
        var cycle = Offers.Cycle(Offers.Quarterly with { MinQty = 2 });

        Pricing.Quote(Offers.Package(), Offers.Group(), cycle, AddOns.None, 1).Error!.Details.Should().ContainKey("cycle_qty");
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    [InlineData(int.MaxValue, false)]
    public void A_purchase_lasts_600_months_at_most(int cycleQty, bool fine)
    {
        var cycle = Offers.Cycle(Offers.Quarterly with { MaxQty = 0 });

        Pricing.Quote(Offers.Package(), Offers.Group(), cycle, AddOns.None, cycleQty).IsSuccess.Should().Be(fine);
    }

    [Fact]
    public void An_inactive_cycle_is_refused()
    {
        var cycle = Offers.Cycle(Offers.Quarterly with { Active = false });

        Pricing.Quote(Offers.Package(), Offers.Group(), cycle, AddOns.None, 1).Error!.Code.Should().Be("billing_cycle.inactive");
    }

    [Fact]
    public void The_largest_terms_are_refused_and_do_not_overflow()
    {
        var dear = new AddOnTerms(Money.Yuan(1_000_000_000), 0, 0, 0);
        var group = Offers.Group(Offers.GroupTerms with { Core = dear, Memory = dear, Disk = dear, Bandwidth = dear });
        var cycle = Offers.Cycle(new BillingCycleTerms("long", 1, 1000, 0, 0, true, 0));
        var most = new AddOns(AddOnTerms.Limit, AddOnTerms.Limit, AddOnTerms.Limit, AddOnTerms.Limit);

        Pricing.Quote(Offers.Package(1_000_000_000), group, cycle, most, 600).Error!.Code.Should().Be("price.too_high");
    }

    [Theory]
    [InlineData(0, 0, 0, 0, true)]
    [InlineData(4, 8, 2, 0, true)]
    [InlineData(4, 8, 2, 4, true)]
    [InlineData(4, 8, 2, 8, true)]
    [InlineData(4, 8, 2, 2, false)]
    [InlineData(4, 8, 2, 10, false)]
    [InlineData(4, 8, 2, 5, false)]
    [InlineData(4, 8, 2, -2, false)]
    [InlineData(3, 0, 2, 3, false)]
    [InlineData(3, 0, 2, 4, true)]
    [InlineData(0, 0, 0, 7, true)]
    [InlineData(0, 0, 0, 100_001, false)]
    public void An_add_on_is_nothing_or_a_multiple_of_the_step_within_bounds(int min, int max, int step, int amount, bool fine)
    {
        (new AddOnTerms(Money.Yuan(1), min, max, step).Validate(amount) is null).Should().Be(fine);
    }

    [Fact]
    public void Every_wrong_dimension_is_named()
    {
        var quote = Pricing.Quote(Offers.Package(), Offers.Group(), null, new AddOns(-1, -1, -1, -1), 0);

        quote.Error!.Details!.Keys.Should().Equal("add_cores", "add_mem_gb", "add_disk_gb", "add_bw_mbps");
    }
}
