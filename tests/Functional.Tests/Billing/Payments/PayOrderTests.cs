using System.Net;
using FluentAssertions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Payments;

public sealed class PayOrderTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_wallet_pays_and_approves_at_once()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        await app.Fund(user, 2000);
        var order = await user.OrderId(shop);

        var paid = await user.Pay(order);

        ((string)paid.Ok["method"]!).Should().Be("balance");
        ((string)paid.Ok["status"]!).Should().Be("approved");
        ((bool)paid.Ok["paid"]!).Should().BeTrue();
        ((decimal)paid.Ok["balance"]!).Should().Be(5m);
        ((string)paid.Ok["trade_no"]!).Should().StartWith($"BAL-{order}-");
        (await app.BalanceOf(user)).Should().Be(500);
        (await app.StatusOf(order)).Should().NotBe("pending_payment");
        (await user.Pay(order)).Status.Should().Be(HttpStatusCode.Conflict);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task A_wallet_with_too_little_pays_nothing()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        await app.Fund(user, 1499);
        var order = await user.OrderId(shop);

        var refused = await user.Pay(order);

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        refused.Code.Should().Be("wallet.insufficient_balance");
        (await app.BalanceOf(user)).Should().Be(1499);
        (await app.StatusOf(order)).Should().Be("pending_payment");
    }

    [Fact]
    public async Task Fifty_payments_of_one_order_debit_once()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        await app.Fund(user, 100_000);
        var order = await user.OrderId(shop);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => user.Pay(order)));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Status == HttpStatusCode.Conflict);
        (await app.BalanceOf(user)).Should().Be(98_500);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task Orders_paid_at_once_never_overdraw_the_wallet()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        await app.Fund(user, 4500);
        await app.Set(OrderSettings.MaxUnpaid, "0");
        var orders = new List<long>();
        for (var i = 0; i < 10; i++)
            orders.Add(await user.OrderId(shop));

        var replies = await Task.WhenAll(orders.Select(order => user.Pay(order)));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(3);
        (await app.BalanceOf(user)).Should().Be(0);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task Ways_that_a_person_confirms_store_nothing()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var order = await user.OrderId(shop);

        var approval = await user.Pay(order, "approval");
        var custom = await user.Pay(order, "custom");

        ((string)approval.Ok["status"]!).Should().Be("manual");
        ((string)approval.Ok["message"]!).Should().NotBeEmpty();
        ((string)custom.Ok["extra"]!["config_json"]!).Should().Contain("instructions");
        (await app.Scalar<long>("select count(*) from order_payments where order_id = $1", order)).Should().Be(0);
    }

    [Theory]
    [InlineData("", "request.invalid")]
    [InlineData("gold", "payment.unknown_method")]
    public async Task A_method_that_does_not_exist_is_a_bad_request(string method, string code)
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();

        var reply = await user.Pay(await user.OrderId(shop), method);

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.Code.Should().Be(code);
        reply.ShouldName("method");
    }

    [Fact]
    public async Task A_gateway_gets_one_attempt_with_a_signed_link()
    {
        var admin = await app.NewAdmin("*");
        _ = (await admin.SwitchOn()).Ok;
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var order = await user.OrderId(shop);

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => user.Http.Post(
            $"/api/v1/orders/{order}/pay",
            new { method = "yipay", return_url = "https://shop.test/done?a=1", notify_url = "https://thief.test/", extra = new { } })));

        var trade = replies.Select(reply => (string)reply.Ok["trade_no"]!).Distinct().Should().ContainSingle().Subject;
        trade.Should().MatchRegex($"^YI-{order}-[0-9A-F]{{20}}$");
        var url = (string)replies[0].Ok["pay_url"]!;
        url.Should().StartWith("https://gateway.test/submit?pid=1001&type=alipay&out_trade_no=" + trade).And.Contain("money=15.00")
            .And.Contain($"notify_url={Uri.EscapeDataString(Gateway.NotifyUrl)}").And.NotContain("thief", "the server decides who is told")
            .And.NotContain(Gateway.Key).And.MatchRegex("sign=[0-9a-f]{32}");
        (await app.Scalar<long>("select count(*) from order_payments where order_id = $1", order)).Should().Be(1);
        (await app.StatusOf(order)).Should().Be("pending_payment");
    }

    [Theory]
    [InlineData("https://shop.test/done", "https://shop.test/done")]
    [InlineData("https://SHOP.test:443/done", "https://SHOP.test:443/done")]
    [InlineData("https://thief.test/done", null)]
    [InlineData("https://shop.test.thief.test/", null)]
    [InlineData("https://shop.test:8443/", null)]
    [InlineData("http://shop.test/", null)]
    [InlineData("https://shop.test@thief.test/", null)]
    public async Task A_foreign_return_address_is_replaced_and_an_allowed_one_is_kept(string wanted, string? sent)
    {
        _ = (await (await app.NewAdmin("*")).SwitchOn()).Ok;
        var user = await app.NewUser();
        var order = await user.OrderId(await Shop.Open(app));

        var url = (string)(await user.Http.Post($"/api/v1/orders/{order}/pay", new { method = "yipay", return_url = wanted })).Ok["pay_url"]!;

        if (sent is not null)
            url.Should().Contain($"return_url={Uri.EscapeDataString(sent)}");
        else
            url.Should().NotContain(Uri.EscapeDataString(wanted)).And.NotContain("thief");
    }

    [Fact]
    public async Task Return_origins_are_origins_and_nothing_else()
    {
        var admin = await app.NewAdmin("*");

        foreach (var value in new[] { "shop.test", "https://shop.test/path", "javascript:alert(1)", "*" })
            (await admin.Http.Patch("/admin/api/v1/settings", new { key = "payment_return_origins", value })).ShouldName("payment_return_origins");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    public async Task A_return_address_that_is_no_web_address_is_refused(string address)
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();

        var reply = await user.Http.Post(
            $"/api/v1/orders/{await user.OrderId(shop)}/pay", new { method = "balance", return_url = address });

        reply.ShouldName("return_url");
    }
}
