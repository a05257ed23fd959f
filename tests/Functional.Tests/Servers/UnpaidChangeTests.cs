using System.Net;
using FluentAssertions;
using VpsPanel.Application.Servers;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>Changes that nobody pays, and the places of VPS that are gone.</summary>
public sealed class UnpaidChangeTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private readonly PanelApp _app = hosting.App;
    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        _admin = await _app.Primary();
    }

    public Task DisposeAsync() => hosting.TheMoneyIsRight();

    [Fact]
    public async Task A_second_renewal_while_one_is_open_is_refused_in_the_documented_words()
    {
        var (owner, vps) = await hosting.PaidVps();
        _ = (await owner.Do(vps, "renew", new { duration_months = 1 })).Ok;

        var second = await owner.Do(vps, "renew", new { duration_months = 1 });
        var resize = await owner.Do(vps, "refund");

        (second.Status, second.Code, (string)second.Json["error"]!)
            .Should().Be((HttpStatusCode.Conflict, "vps.change_pending", "已有待处理续费订单，请先处理或撤销"));
        (resize.Code, (string)resize.Json["error"]!).Should().NotBe((second.Code, (string)second.Json["error"]!));
    }

    [Fact]
    public async Task A_renewal_that_is_not_paid_in_time_blocks_its_VPS_no_longer_and_may_come_back_at_todays_price()
    {
        var (owner, vps) = await hosting.PaidVps();
        var first = (long)(await owner.Do(vps, "renew", new { duration_months = 2 })).Ok["id"]!;
        await _app.Expire(first);
        (await hosting.OpenOrders(vps)).Should().Be(0);

        var second = (long)(await owner.Do(vps, "renew", new { duration_months = 1 })).Ok["id"]!;
        (await owner.Http.Post($"/api/v1/orders/{first}/revive")).Code.Should().Be("vps.change_pending");
        _ = (await owner.Http.Post($"/api/v1/orders/{second}/cancel")).Ok;
        await _app.Change("vps", "monthly_price_cents = 6000", "id", vps);
        var revived = (await owner.Http.Post($"/api/v1/orders/{first}/revive")).Ok["order"]!;

        ((string)revived["status"]!, (decimal)revived["total_amount"]!).Should().Be(("pending_payment", 120m));
        (await hosting.OpenOrders(vps)).Should().Be(1);
        var before = await hosting.ExpiryOf(vps);
        await hosting.Settle(owner, revived);
        (await hosting.ExpiryOf(vps)).Should().BeAfter(before.AddDays(55));
    }

    [Fact]
    public async Task A_resize_that_is_not_paid_in_time_gives_its_place_back_and_takes_it_again_when_it_is_revived()
    {
        var shop = await Shop.Open(_app);
        var (owner, vps) = await hosting.PaidVps(shop);
        var bigger = await hosting.Package(shop, 9000, stock: 1);
        var order = (long)(await owner.Do(vps, "resize", new { target_package_id = bigger.Value })).Ok["order"]!["id"]!;
        (await Left(bigger)).Should().Be(0);

        await _app.Expire(order);
        (await Left(bigger), await hosting.OpenOrders(vps)).Should().Be((1, 0));
        _ = (await owner.Http.Post($"/api/v1/orders/{order}/revive")).Ok;

        (await Left(bigger), await hosting.OpenOrders(vps)).Should().Be((0, 1));
    }

    [Theory]
    [InlineData("deleted by an admin")]
    [InlineData("cleaned up after its expiry")]
    [InlineData("gone with its order")]
    [InlineData("given back by its owner")]
    public async Task The_place_of_a_VPS_goes_back_to_the_stock_by_whichever_way_it_goes(string way)
    {
        var shop = await Shop.Open(_app, 5, 5);
        var (owner, vps) = await hosting.PaidVps(shop);
        var order = await _app.Scalar<long>("select i.order_id from order_items i where i.vps_id = $1", vps);

        switch (way)
        {
            case "deleted by an admin":
                (await _admin.Http.Post($"/admin/api/v1/vps/{vps}/delete")).ShouldBeDone();
                break;
            case "cleaned up after its expiry":
                await hosting.Set((VpsSettings.AutoDeleteEnabled, "true"));
                await hosting.Expires(vps, TimeSpan.FromDays(-400));
                await _app.Run("vps_expire_cleanup");
                await hosting.Set((VpsSettings.AutoDeleteEnabled, "false"));
                break;
            case "gone with its order":
                _ = (await _admin.Http.Delete($"/admin/api/v1/orders/{order}?force=true")).Ok;
                break;
            default:
                var refund = (await owner.Do(vps, "refund")).Ok["order"]!;
                _ = (await _admin.Http.Post($"/admin/api/v1/orders/{refund["id"]}/approve")).Ok;
                await hosting.Reach(new((long)refund["id"]!), "active");
                break;
        }

        await Eventually.Become(async () => await _app.Scalar<long>("select count(*) from vps where id = $1", vps) == 0, "the VPS is gone");
        await Eventually.Become(async () => await Left(shop.Package) == 6, "its place is back");
        (await _app.Scalar<int>("select capacity_remaining from plan_groups where id = $1", shop.Group.Value)).Should().Be(6);
    }

    [Fact]
    public async Task A_VPS_that_was_written_down_by_hand_gives_back_no_place_that_it_never_took()
    {
        var shop = await Shop.Open(_app, 5, 5);
        var owner = await _app.NewUser();
        var vps = (long)(await _admin.Http.Post(
            "/admin/api/v1/vps", new { user_id = owner.Id.Value, name = "old", package_id = shop.Package.Value, provision = false })).Ok["id"]!;

        (await _admin.Http.Post($"/admin/api/v1/vps/{vps}/delete")).ShouldBeDone();

        (await Left(shop.Package)).Should().Be(5);
    }

    private Task<int> Left(PackageId package) =>
        _app.Scalar<int>("select capacity_remaining from packages where id = $1", package.Value);
}
