using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.Catalog;

public sealed class StockTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Theory]
    [InlineData(5, Stock.Unlimited)]
    [InlineData(Stock.Unlimited, 5)]
    [InlineData(5, 7)]
    public async Task Of_twenty_buyers_at_once_five_get_the_last_five(int groupStock, int packageStock)
    {
        var shop = await Shop.Open(app, groupStock, packageStock);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Buy(shop)));

        results.Count(result => result.IsSuccess).Should().Be(5);
        results.Where(result => !result.IsSuccess).Should().OnlyContain(result => result.Error!.Code == "stock.sold_out");
        (await Left("plan_groups", shop.Group.Value)).Should().Be(groupStock == Stock.Unlimited ? Stock.Unlimited : 0);
        (await Left("packages", shop.Package.Value)).Should().Be(packageStock == Stock.Unlimited ? Stock.Unlimited : packageStock - 5);
    }

    [Fact]
    public async Task Buyers_of_several_packages_in_any_order_do_not_block_each_other_for_good()
    {
        var (one, two) = (await Shop.Open(app, 40), await Shop.Open(app, 40));
        var (first, second) = (await Host(one), await Host(two));

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(turn =>
            Reserve(turn % 2 == 0 ? [first, second] : [second, first])));

        results.Should().OnlyContain(result => result.IsSuccess);
        (await Left("plan_groups", one.Group.Value)).Should().Be(20);
        (await Left("plan_groups", two.Group.Value)).Should().Be(20);
    }

    [Fact]
    public async Task What_is_given_back_can_be_bought_again()
    {
        var shop = await Shop.Open(app, 1, 1);
        var host = await Host(shop);
        (await Reserve([host])).IsSuccess.Should().BeTrue();
        (await Buy(shop)).IsSuccess.Should().BeFalse();

        await app.Work(async services =>
        {
            await services.GetRequiredService<Reservations>().Release([host], default);
            return 0;
        });

        (await Buy(shop)).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public async Task A_stock_gives_back_to_a_package_that_is_gone_without_a_word()
    {
        var host = await Host(await Shop.Open(app, 1, 1)) with { PackageId = 999_999, PlanGroupId = 999_999 };

        await app.Work(async services =>
        {
            await services.GetRequiredService<Reservations>().Release([host], default);
            return 0;
        });
        (await Reserve([host])).Error!.Code.Should().Be("package.not_found");
    }

    [Fact]
    public async Task The_database_keeps_a_stock_from_going_below_unlimited()
    {
        var shop = await Shop.Open(app);

        var sell = () => app.Scalar<long>($"update packages set capacity_remaining = -2 where id = {shop.Package.Value} returning id");

        await sell.Should().ThrowAsync<System.Data.Common.DbException>();
    }

    /// <summary>As an order does: price first, then reserve in the same transaction.</summary>
    private async Task<Result> Buy(Shop shop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var line = await scope.ServiceProvider.GetRequiredService<CatalogPricing>().Price(shop.Line(), default);
        return line.IsSuccess ? await Reserve(scope.ServiceProvider, [line.Value.Host.Place]) : line.Error;
    }

    private async Task<Result> Reserve(IReadOnlyCollection<StockReservation> hosts)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await Reserve(scope.ServiceProvider, hosts);
    }

    private static async Task<Result> Reserve(IServiceProvider services, IReadOnlyCollection<StockReservation> hosts)
    {
        var reserved = await services.GetRequiredService<Reservations>().Reserve(hosts, default);
        if (reserved.IsSuccess)
            await services.GetRequiredService<IUnitOfWork>().Commit(default);
        else
            await services.GetRequiredService<IUnitOfWork>().Rollback(default);

        return reserved;
    }

    private async Task<StockReservation> Host(Shop shop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CatalogPricing>().Price(shop.Line(), default)).Value.Host.Place;
    }

    private Task<int> Left(string table, long id) => app.Scalar<int>($"select capacity_remaining from {table} where id = {id}");
}
