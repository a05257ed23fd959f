using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Infrastructure.Checks;
using VpsPanel.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Payments;

/// <summary>Money that was collected and matches nothing, and what a gateway's statement says beside it.</summary>
public sealed class SuspenseTests(PanelApp app) : IClassFixture<PanelApp>
{
    private const string Path = "/admin/api/v1/payments";

    [Fact]
    public async Task A_paid_notice_that_matches_nothing_is_kept_once_and_assigned_to_a_wallet_once()
    {
        var (admin, user) = (await app.NewAdmin("*"), await app.NewUser());
        _ = (await admin.SwitchOn()).Ok;
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.Notify(Gateway.Notice("YI-404-LOST", 12.34m))));
        _ = await app.Notify(Gateway.Notice("YI-404-FORGED", 5m, key: "guess"));
        _ = await app.Notify(Gateway.Notice("YI-404-CLOSED", 5m, "TRADE_CLOSED"));

        var open = (await admin.Http.Get($"{Path}/suspense?status=open")).Ok["items"]!.AsArray()
            .Where(item => ((string)item!["trade_no"]!).StartsWith("YI-404-", StringComparison.Ordinal)).Should().ContainSingle().Subject!;
        ((decimal)open["amount"]!, (string)open["reference"]!).Should().Be((12.34m, "G-YI-404-LOST"));
        var body = new { user_id = user.Id.Value, note = "called us" };
        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => admin.Http.Post($"{Path}/suspense/{open["id"]}/assign", body)));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Code == "flow.illegal_move");
        (await app.BalanceOf(user)).Should().Be(1234);
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'payment.suspense_assign' and target_id = $1", open["id"]!.ToString()))
            .Should().Be(1);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task Money_that_went_back_is_marked_with_a_note_and_the_check_complains_until_it_is_resolved()
    {
        var admin = await app.NewAdmin("*");
        _ = (await admin.SwitchOn()).Ok;
        _ = await app.Notify(Gateway.Notice("YI-405-OLD", 7m));
        var id = await app.Scalar<long>("select id from suspense_payments where trade_no = 'YI-405-OLD'");
        (await Complaints()).Should().NotContain(line => line.Contains($"payment {id} ", StringComparison.Ordinal), "a day is allowed");
        await app.Change("suspense_payments", $"created_at = '{app.Clock.GetUtcNow().AddHours(-25):O}'", "id", id);
        (await Complaints()).Should().Contain(line => line.Contains($"payment {id} ", StringComparison.Ordinal));

        (await admin.Http.Post($"{Path}/suspense/{id}/return", new { note = " " })).ShouldName("note");
        ((string)(await admin.Http.Post($"{Path}/suspense/{id}/return", new { note = "refunded there" })).Ok["status"]!).Should().Be("returned");

        (await Complaints()).Should().NotContain(line => line.Contains($"payment {id} ", StringComparison.Ordinal));
        (await admin.Http.Post($"{Path}/suspense/{id}/assign", new { user_id = (await app.NewUser()).Id.Value })).Code.Should().Be("flow.illegal_move");
    }

    [Fact]
    public async Task Only_who_may_resolves_and_nobody_gives_it_to_themselves()
    {
        var (admin, viewer, user) = (await app.NewAdmin("payment.resolve", "payment.list", "payment.update"), await app.NewAdmin("payment.list"), await app.NewUser());
        _ = (await (await app.NewAdmin("*")).SwitchOn()).Ok;
        _ = await app.Notify(Gateway.Notice("YI-406-MINE", 7m));
        var id = await app.Scalar<long>("select id from suspense_payments where trade_no = 'YI-406-MINE'");
        var path = $"{Path}/suspense/{id}/assign";

        (await viewer.Http.Post(path, new { user_id = user.Id.Value })).Status.Should().Be(HttpStatusCode.Forbidden);
        (await admin.Http.Post(path, new { user_id = admin.Id.Value })).Code.Should().Be("review.own_money");
        (await admin.Http.Post(path, new { user_id = 987_654_321 })).Code.Should().Be("user.not_found");
        (await admin.Http.Post(path, new { })).ShouldName("user_id");
        (await admin.Http.Post($"{Path}/suspense/987654321/assign", new { user_id = user.Id.Value })).Code.Should().Be("suspense_payment.not_found");
    }

    [Fact]
    public async Task A_statement_shows_what_differs_and_settles_what_was_paid_there_when_it_is_applied()
    {
        var (admin, user) = (await app.NewAdmin("*"), await app.NewUser());
        _ = (await admin.SwitchOn()).Ok;
        var shop = await Shop.Open(app);
        var lost = await Attempt(user, shop);
        var less = await Attempt(user, shop);
        var ours = await Attempt(user, shop);
        var same = await Attempt(user, shop);
        foreach (var told in new[] { ours, same })
            (await app.Notify(Gateway.Notice(told.Trade, 15m))).Text.Should().Be("success");

        (await app.Notify(Gateway.Notice(less.Trade, 15m))).Text.Should().Be("success");
        var statement = $"trade number,amount,state\r\n{lost.Trade},15.00,TRADE_SUCCESS\r\n\"{less.Trade}\",14.00,TRADE_SUCCESS\r\n{same.Trade},15,TRADE_SUCCESS\r\nYI-407-X,3.00,TRADE_SUCCESS\r\nYI-407-Y,3.00,TRADE_CLOSED\r\n";

        var preview = (await admin.Http.Post($"{Path}/reconcile", new { provider = "yipay", statement })).Ok;
        Kinds(preview, lost.Trade, less.Trade, ours.Trade, same.Trade, "YI-407-X", "YI-407-Y").Should()
            .Equal("unsettled_here", "amount_differs", "unknown_there", "", "unsettled_here", "");
        (await app.StatusOf(lost.Order)).Should().Be("pending_payment");

        var applied = (await admin.Http.Post($"{Path}/reconcile?apply=true", new { provider = "yipay", statement })).Ok;
        applied["differences"]!.AsArray().Where(one => (string)one!["kind"]! == "unsettled_here")
            .Select(one => (string)one!["outcome"]!).Should().BeEquivalentTo("settled", "unknown_trade");
        (await app.StatusOf(lost.Order)).Should().NotBe("pending_payment");
        (await app.Scalar<long>("select count(*) from suspense_payments where trade_no = 'YI-407-X'")).Should().Be(1);

        var again = (await admin.Http.Post($"{Path}/reconcile", new { provider = "yipay", statement, apply = true })).Ok;
        Kinds(again, lost.Trade, "YI-407-X").Should().Equal("", "");
        (await app.Notify(Gateway.Notice(lost.Trade, 15m))).Text.Should().Be("success");
        _ = await app.Notify(Gateway.Notice("YI-407-X", 3m));
        (await app.BalanceOf(user)).Should().Be(0, "the notice that came late says nothing new");
        (await app.Scalar<long>("select count(*) from suspense_payments where trade_no = 'YI-407-X'")).Should().Be(1);
        await app.TheBooksAreRight();
    }

    [Theory]
    [InlineData("nobody", "a,1.00,paid", "provider")]
    [InlineData("approval", "a,1.00,paid", "provider")]
    [InlineData("yipay", "", "statement")]
    [InlineData("yipay", "a,1.00", "statement")]
    [InlineData("yipay", "a,1.00,paid\nb,x,paid", "statement")]
    public async Task A_statement_that_cannot_be_read_names_the_field(string provider, string statement, string field) =>
        (await (await app.NewAdmin("*")).Http.Post($"{Path}/reconcile", new { provider, statement })).ShouldName(field);

    [Fact]
    public async Task An_order_that_somebody_tried_to_pay_is_archived_and_its_late_money_goes_to_the_wallet()
    {
        var (admin, user) = (await app.NewAdmin("*"), await app.NewUser());
        _ = (await admin.SwitchOn()).Ok;
        var (order, trade) = await Attempt(user, await Shop.Open(app));
        _ = (await user.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;

        (await admin.Http.Delete($"/admin/api/v1/orders/{order}")).Code.Should().Be("order.has_payments");
        _ = (await admin.Http.Delete($"/admin/api/v1/orders/{order}?force=true")).Ok;

        (await admin.Http.Get($"/admin/api/v1/orders/{order}")).Ok["order"]!["archived_at"].Should().NotBeNull();
        Ids(await admin.Http.Get($"/admin/api/v1/orders?user_id={user.Id.Value}")).Should().NotContain(order);
        Ids(await admin.Http.Get($"/admin/api/v1/orders?user_id={user.Id.Value}&archived=true")).Should().Equal(order);
        Ids(await user.Http.Get("/api/v1/orders")).Should().BeEmpty();
        (await admin.Http.Delete($"/admin/api/v1/orders/{order}?force=true")).Code.Should().Be("order.archived");
        (await app.Notify(Gateway.Notice(trade, 15m))).Text.Should().Be("success");
        (await app.BalanceOf(user)).Should().Be(1500);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task An_archived_order_that_waited_for_money_is_closed_and_cannot_be_paid_or_approved()
    {
        var (admin, user) = (await app.NewAdmin("*"), await app.NewUser());
        _ = (await admin.SwitchOn()).Ok;
        var (order, _) = await Attempt(user, await Shop.Open(app));
        _ = (await admin.Http.Delete($"/admin/api/v1/orders/{order}?force=true")).Ok;

        (await app.StatusOf(order)).Should().Be("rejected");
        (await user.Pay(order)).Code.Should().Be("order.archived");
        (await admin.Http.Post($"/admin/api/v1/orders/{order}/approve")).Code.Should().Be("order.archived");
    }

    private static IEnumerable<long> Ids(Reply reply) => reply.Ok["items"]!.AsArray().Select(item => (long)item!["id"]!);

    private static IEnumerable<string> Kinds(System.Text.Json.Nodes.JsonNode answer, params string[] trades) => trades.Select(trade =>
        (string?)answer["differences"]!.AsArray().FirstOrDefault(one => (string)one!["trade_no"]! == trade)?["kind"] ?? "");

    private static async Task<(long Order, string Trade)> Attempt(Person user, Shop shop)
    {
        var order = await user.OrderId(shop);
        return (order, (string)(await user.Pay(order, "yipay")).Ok["trade_no"]!);
    }

    private Task<IReadOnlyList<string>> Complaints() =>
        app.Services.GetServices<IInvariant>().Single(one => one.Name.StartsWith("Money that matched nothing", StringComparison.Ordinal)).Violations(default);
}
