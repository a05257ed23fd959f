using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.Catalog;

public sealed class PriceTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task A_line_carries_everything_that_an_order_needs()
    {
        var shop = await Shop.Open(app);

        var line = (await Price(shop.Line(3, new CartSpec(2, 2, 10, 5, shop.Quarterly.Value, 2, DurationMonths: 999)))).Value;

        // 15.00 + 2 x 5.00 + 2 x 4.00 + 10 x 1.00 + 5 x 10.00 = 93.00 a month; x 2.8 x 2 = 520.80
        line.Unit.Should().Be(Money.Yuan(52080));
        line.Total.Should().Be(Money.Yuan(156240));
        line.Qty.Should().Be(3);
        line.Spec.Should().Be(new CartSpec(2, 2, 10, 5, shop.Quarterly.Value, 2, 6));
        line.Host.Should().Be(new VpsPanel.Domain.Sales.Catalog.VpsPurchase(
            shop.Region.Value, line.Host.RegionName, shop.Group.Value, shop.LineId, shop.Package.Value, "2C4G",
            shop.Image.Value, "Debian 12",
            4, 6, 50, 15, 30, 9300, 6, PricedDays: 168));
    }

    [Theory]
    [InlineData("update packages set visible = false where id = {0}", "package_id", ErrorKind.NotFound)]
    [InlineData("update packages set active = false where id = {0}", "package_id", ErrorKind.NotFound)]
    [InlineData("update plan_groups set visible = false where id = {1}", "package_id", ErrorKind.NotFound)]
    [InlineData("update plan_groups set active = false where id = {1}", "package_id", ErrorKind.NotFound)]
    [InlineData("update system_images set enabled = false where id = {2}", "system_id", ErrorKind.NotFound)]
    [InlineData("delete from line_system_images where system_image_id = {2}", "system_id", ErrorKind.Validation)]
    [InlineData("update billing_cycles set active = false where id = {3}", "billing_cycle_id", ErrorKind.Validation)]
    [InlineData("delete from billing_cycles where id = {3}", "billing_cycle_id", ErrorKind.NotFound)]
    [InlineData("update billing_cycles set min_qty = 2 where id = {3}", "cycle_qty", ErrorKind.Validation)]
    [InlineData("update plan_groups set add_core_min = 4 where id = {1}", "add_cores", ErrorKind.Validation)]
    public async Task What_is_not_offered_is_refused_by_the_name_of_the_field(string change, string field, ErrorKind kind)
    {
        var shop = await Shop.Open(app);
        var spec = new CartSpec(AddCores: 2, BillingCycleId: shop.Quarterly.Value);
        (await Price(shop.Line(spec: spec))).IsSuccess.Should().BeTrue();

        var sql = string.Format(change, shop.Package.Value, shop.Group.Value, shop.Image.Value, shop.Quarterly.Value);
        (await app.Scalar<int>($"with changed as ({sql} returning 1) select count(*) from changed")).Should().Be(1);

        var refused = await Price(shop.Line(spec: spec));
        refused.Error!.Kind.Should().Be(kind);
        refused.Error.Details.Should().ContainKey(field);
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(100, 100)]
    public async Task A_quantity_is_one_to_a_hundred(int asked, int counted)
    {
        (await Price((await Shop.Open(app)).Line(asked))).Value.Qty.Should().Be(counted);
    }

    [Fact]
    public async Task More_than_a_hundred_are_refused()
    {
        (await Price((await Shop.Open(app)).Line(101))).Error!.Details.Should().ContainKey("qty");
    }

    [Theory]
    [InlineData(2, Stock.Unlimited)]
    [InlineData(Stock.Unlimited, 2)]
    public async Task More_than_there_are_is_sold_out(int groupStock, int packageStock)
    {
        var shop = await Shop.Open(app, groupStock, packageStock);

        (await Price(shop.Line(2))).IsSuccess.Should().BeTrue();
        (await Price(shop.Line(3))).Error!.Code.Should().Be("stock.sold_out");
    }

    [Fact]
    public async Task An_unknown_package_or_image_is_not_found()
    {
        var shop = await Shop.Open(app);

        (await Price(shop.Line() with { PackageId = new PackageId(999_999) })).Error!.Details.Should().ContainKey("package_id");
        (await Price(shop.Line() with { SystemId = default })).Error!.Details.Should().ContainKey("system_id");
    }

    private async Task<Result<PricedLine>> Price(OrderLineRequest wanted)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CatalogPricing>().Price(wanted, default);
    }
}
