using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using Xunit;

namespace VpsPanel.Domain.Tests.Sales.Catalog;

public sealed class CatalogTests
{
    [Fact]
    public void A_stock_sells_what_it_has_and_no_more()
    {
        var group = Offers.Group(Offers.GroupTerms with { CapacityRemaining = 3 });

        group.Reserve(2).IsSuccess.Should().BeTrue();
        group.Reserve(2).Error.Should().Be(CatalogErrors.SoldOut);
        group.CapacityRemaining.Should().Be(1);
        group.Release(2);
        group.CapacityRemaining.Should().Be(3);
    }

    [Fact]
    public void An_unlimited_stock_stays_unlimited_and_unchanged()
    {
        var package = Offers.Package();
        package.ClearEvents();

        package.Reserve(100).IsSuccess.Should().BeTrue();
        package.Release(100);
        package.CapacityRemaining.Should().Be(Stock.Unlimited);
        package.PendingEvents.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Reserving_nothing_is_a_bug(int quantity)
    {
        var reserve = () => Offers.Package().Reserve(quantity);

        reserve.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Everything_wrong_with_a_plan_group_is_named()
    {
        var bad = new AddOnTerms(Money.Yuan(-1), 5, 4, -1);
        var refused = PlanGroup.Create(new PlanGroupTerms(default, " ", -1, bad, Offers.Free, Offers.Free, Offers.Free, true, true, -2, 0));

        refused.Error!.Kind.Should().Be(ErrorKind.Validation);
        refused.Error.Details!.Keys.Should().Equal(
            "region_id", "name", "line_id", "capacity_remaining", "unit_core", "add_core_step", "add_core_max");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_001)]
    public void A_price_outside_its_bounds_is_refused(long cents)
    {
        var refused = Package.Create(Offers.PackageTerms with { MonthlyPrice = Money.Yuan(cents) });

        refused.Error!.Details.Should().ContainKey("monthly_price");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000.1")]
    [InlineData("2.83333")]
    public void A_multiplier_is_positive_bounded_and_has_four_decimals(string multiplier)
    {
        var refused = BillingCycle.Create(Offers.Quarterly with { Multiplier = decimal.Parse(multiplier) });

        refused.Error!.Details.Should().ContainKey("multiplier");
    }

    [Fact]
    public void A_refused_change_changes_nothing()
    {
        var region = Region.Create(new RegionTerms("area-1", "Area 1", true)).Value;

        region.Change(new RegionTerms("area-2", new string('x', 129), false)).IsSuccess.Should().BeFalse();
        (region.Code, region.Name, region.Active).Should().Be(("area-1", "Area 1", true));
    }

    [Fact]
    public void An_image_is_offered_on_a_line_once()
    {
        var image = SystemImage.Create(new SystemImageTerms(1, "Debian 12", SystemImageType.Linux, true)).Value;

        image.OfferOn(3);
        image.OfferOn(3);
        image.Lines.Should().ContainSingle();
        image.WithdrawFrom(3);
        image.IsOfferedOn(3).Should().BeFalse();
    }
}
