using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Infrastructure.Gateways.Payments;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Payments;

public sealed class NotifyTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public void The_signature_is_the_one_of_the_protocol() => YiPaySignature.Of(
        new Dictionary<string, string>
        {
            ["type"] = "alipay",
            ["money"] = "33.00",
            ["name"] = "Order ORD-3-1735680000",
            ["out_trade_no"] = "YI-12-1735680000",
            ["pid"] = "1001",
            ["trade_status"] = "TRADE_SUCCESS",
            ["param"] = "",
            ["sign_type"] = "MD5",
            ["sign"] = "whatever",
        },
        "testkey").Should().Be("2aece2d958a09e76566554eb97fcce59");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_notice_settles_the_order_and_is_answered_in_plain_text(bool post)
    {
        var (order, trade, _) = await Attempt();

        var reply = await app.Notify(Gateway.Notice(trade, 15m), post);

        reply.Status.Should().Be(HttpStatusCode.OK, reply.Text);
        reply.Text.Should().Be("success");
        (await app.StatusOf(order)).Should().NotBe("pending_payment");
        (await app.Scalar<string>("select approved_by_name from orders where id = $1", order)).Should().Be("system");
        (await app.Notify(Gateway.Notice(trade, 15m))).Text.Should().Be("success");
        (await Events(order, "payment.confirmed")).Should().Be(1);
    }

    [Fact]
    public async Task Ten_copies_at_once_settle_once()
    {
        var (order, trade, _) = await Attempt();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(at => app.Notify(Gateway.Notice(trade, 15m), at % 2 == 0)));

        replies.Should().OnlyContain(reply => reply.Text == "success");
        (await Events(order, "order.approved")).Should().Be(1);
        (await Events(order, "payment.confirmed")).Should().Be(1);
        (await app.Scalar<long>("select count(*) from payment_notices where order_id = $1", order)).Should().Be(1);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task Less_than_the_attempt_goes_to_the_wallet_once_settles_nothing_and_is_shown_to_the_admin()
    {
        var (order, trade, admin, user) = await AttemptOf();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Notify(Gateway.Notice(trade, 14.99m))));

        replies.Should().OnlyContain(reply => reply.Text == "success");
        (await app.StatusOf(order)).Should().Be("pending_payment");
        (await app.BalanceOf(user)).Should().Be(1499);
        (await Events(order, "payment.underpaid")).Should().Be(1);
        var notice = (await admin.Http.Get($"/admin/api/v1/payments/notices?order_id={order}&verdict=underpaid")).Ok["items"]!.AsArray()
            .Should().ContainSingle().Subject!;
        ((decimal)notice["amount"]!, (string)notice["reference"]!).Should().Be((14.99m, "G-" + trade));
        notice["parameters"]!["sign"].Should().BeNull("a signature would let an admin try keys");
        ((string)(await user.Pay(order, "yipay")).Ok["trade_no"]!).Should().NotBe(trade);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task More_than_the_attempt_settles_it_and_the_rest_goes_to_the_wallet_once()
    {
        var (order, trade, admin, user) = await AttemptOf();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Notify(Gateway.Notice(trade, 20.5m))));

        replies.Should().OnlyContain(reply => reply.Text == "success");
        (await app.StatusOf(order)).Should().NotBe("pending_payment");
        (await app.BalanceOf(user)).Should().Be(550);
        ((string)(await admin.Http.Get($"/admin/api/v1/payments/notices?order_id={order}")).Ok["items"]![0]!["verdict"]!)
            .Should().Be("overpaid");
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task More_than_the_attempt_of_a_canceled_order_goes_to_the_wallet_whole()
    {
        var (order, trade, _, user) = await AttemptOf();
        _ = (await user.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;

        (await app.Notify(Gateway.Notice(trade, 20m))).Text.Should().Be("success");
        (await app.Notify(Gateway.Notice(trade, 20m))).Text.Should().Be("success");

        (await app.BalanceOf(user)).Should().Be(2000);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task A_second_charge_of_one_attempt_goes_to_the_wallet_once()
    {
        var (_, trade, _, user) = await AttemptOf();
        _ = await app.Notify(Gateway.Notice(trade, 15m, charge: "G-1"));

        foreach (var charge in new[] { "G-2", "G-1", "G-2" })
            (await app.Notify(Gateway.Notice(trade, 15m, charge: charge))).Text.Should().Be("success");

        (await app.BalanceOf(user)).Should().Be(1500);
        await app.TheBooksAreRight();
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("15,00")]
    [InlineData("1e1")]
    [InlineData("15.001")]
    public async Task A_notice_without_a_proper_amount_is_refused_and_shown_to_the_admin(string money)
    {
        var (order, trade, admin) = await Attempt();

        var reply = await app.Notify(Gateway.Notice(trade, 15m, money: money));

        (reply.Status, reply.Code).Should().Be((HttpStatusCode.BadRequest, "payment.notice_differs"));
        (await app.StatusOf(order)).Should().Be("pending_payment");
        ((string)(await admin.Http.Get($"/admin/api/v1/payments/notices?order_id={order}")).Ok["items"]![0]!["verdict"]!)
            .Should().Be("amount_differs");
    }

    [Fact]
    public async Task A_forged_notice_is_refused()
    {
        var (order, trade, _) = await Attempt();
        var changed = Gateway.Notice(trade, 15m);
        changed["money"] = "15.0";
        var unsigned = Gateway.Notice(trade, 15m);
        unsigned.Remove("sign");

        Reply[] replies =
        [
            await app.Notify(Gateway.Notice(trade, 15m, key: "guess")),
            await app.Notify(Gateway.Notice(trade, 15m, key: "")),
            await app.Notify(changed),
            await app.Notify(unsigned),
            await app.Notify([]),
        ];

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.BadRequest && reply.Code == "payment.bad_signature");
        (await app.StatusOf(order)).Should().Be("pending_payment");
        (await app.Scalar<long>("select count(*) from payment_notices where order_id = $1", order)).Should()
            .Be(1, "strangers cannot fill the table");
    }

    [Theory]
    [InlineData("trade_status", "TRADE_SUCCESS")]
    [InlineData("status", "success")]
    public async Task A_link_that_would_be_a_signed_notice_as_well_is_not_made(string name, string state)
    {
        var link = new Dictionary<string, string> { ["money"] = "15.00", ["return_url"] = $"https://shop.test/&{name}={state}", ["type"] = "alipay" };
        var notice = new Dictionary<string, string>(link) { ["return_url"] = "https://shop.test/", [name] = state };
        YiPaySignature.Of(link, Gateway.Key).Should().Be(YiPaySignature.Of(notice, Gateway.Key), "that is the weakness of the protocol");
        var (order, _, _, user) = await AttemptOf();

        var reply = await user.Http.Post($"/api/v1/orders/{order}/pay", new { method = "yipay", return_url = link["return_url"] });

        reply.ShouldName("return_url");
    }

    [Fact]
    public async Task A_notice_that_does_not_say_paid_settles_nothing()
    {
        var (order, trade, _) = await Attempt();

        (await app.Notify(Gateway.Notice(trade, 15m, "TRADE_CLOSED"))).Code.Should().Be("payment.not_paid");

        (await app.StatusOf(order)).Should().Be("pending_payment");
    }

    [Fact]
    public async Task A_trade_that_is_not_ours_is_not_acknowledged()
    {
        await Attempt();

        (await app.Notify(Gateway.Notice("YI-999-NOBODY", 15m))).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("approval")]
    [InlineData("balance")]
    [InlineData("custom")]
    [InlineData("nothing")]
    public async Task What_a_person_confirms_has_no_callback(string provider) =>
        (await app.Notify(Gateway.Notice("X", 1m), provider: provider)).Code.Should().Be("payment.provider_not_found");

    [Fact]
    public async Task Money_that_comes_after_a_cancellation_goes_to_the_wallet_once()
    {
        var (order, trade, _, user) = await AttemptOf();
        _ = (await user.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Notify(Gateway.Notice(trade, 15m))));

        replies.Should().OnlyContain(reply => reply.Text == "success");
        (await app.StatusOf(order)).Should().Be("canceled");
        (await app.BalanceOf(user)).Should().Be(1500);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task A_notice_that_races_a_cancellation_loses_no_money()
    {
        var (order, trade, _, user) = await AttemptOf();

        var (notice, _) = (app.Notify(Gateway.Notice(trade, 15m)), user.Http.Post($"/api/v1/orders/{order}/cancel"));
        (await notice).Text.Should().Be("success");

        await Eventually.Become(async () => await app.StatusOf(order) is not "pending_payment", "the order is decided");
        var bought = await app.StatusOf(order) is not "canceled";
        (await app.BalanceOf(user)).Should().Be(bought ? 0 : 1500);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task A_gateway_that_is_off_takes_no_new_attempt_and_still_settles_the_open_ones()
    {
        var (order, trade, admin, user) = await AttemptOf();
        _ = (await admin.SwitchOn(false)).Ok;

        (await user.Pay(order, "yipay")).Code.Should().Be("payment.provider_disabled");
        (await app.Notify(Gateway.Notice(trade, 15m))).Text.Should().Be("success");

        (await app.StatusOf(order)).Should().NotBe("pending_payment");
        _ = (await admin.SwitchOn()).Ok;
    }

    private Task<long> Events(long order, string type) =>
        app.Scalar<long>("select count(*) from order_events where order_id = $1 and type = $2", order, type);

    private async Task<(long Order, string TradeNo, Person Admin)> Attempt()
    {
        var (order, trade, admin, _) = await AttemptOf();
        return (order, trade, admin);
    }

    private async Task<(long Order, string TradeNo, Person Admin, Person User)> AttemptOf()
    {
        var admin = await app.NewAdmin("*");
        _ = (await admin.SwitchOn()).Ok;
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var order = await user.OrderId(shop);
        return (order, (string)(await user.Pay(order, "yipay")).Ok["trade_no"]!, admin, user);
    }
}
