using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.WebApi.Panel;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.PlanOrders;

/// <summary>What is paid once is delivered once, however many ask at the same moment, on whichever node.</summary>
public sealed class ParallelPlanTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.Primary();
        _admin = await app.NewAdmin("plan_order.*", "wallet.*");
    }

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task Many_orders_at_once_never_spend_more_than_there_is()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan());
        await app.Fund(user, 10_000);
        using var other = app.Client(user.Token, app.BelievingNode());

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            (i % 2 == 0 ? user.Http : other).Post("/api/v1/user/orders", new { plan_id = plan })));

        var paid = replies.Count(reply => reply.Status == HttpStatusCode.OK);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(
            reply => reply.Code == "wallet.insufficient_balance" || reply.Code == "conflict.lost_race");
        paid.Should().BeInRange(1, 3);
        (await app.BalanceOf(user)).Should().Be(10_000 - (paid * 3000));
        (await app.Subscriptions(user)).Should().Be(1);
        (await app.DaysLeft(user)).Should().Be(30 * paid);
    }

    [Fact]
    public async Task Fifty_equal_keys_make_one_order()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan());
        await app.Fund(user, 1_000_000);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => user.Buy(plan, 2, "once")));

        replies.Select(reply => reply.Ok.ToJsonString()).Distinct().Should().ContainSingle();
        (await app.Scalar<long>("select count(*) from orders where user_id = $1", user.Id.Value)).Should().Be(1);
        (await app.BalanceOf(user)).Should().Be(994_000);
        (await app.DaysLeft(user)).Should().Be(60);
    }

    [Fact]
    public async Task A_list_that_moves_while_it_is_read_shows_whole_orders()
    {
        var plan = await app.NewPlan(cents: 0);
        var buyers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.NewUser()));
        _ = (await buyers[0].Buy(plan)).Ok;

        var shopping = Task.WhenAll(buyers.Select(async buyer =>
        {
            for (var n = 0; n < 12; n++)
                await buyer.Buy(plan);
        }));
        while (!shopping.IsCompleted)
        {
            var order = (await _admin.Http.Get("/api/v1/admin/orders?per_page=1")).Ok["orders"]!.AsArray().Should().ContainSingle().Subject!;
            order["items"]!.AsArray().Should().ContainSingle();
            ((long)order["user"]!["id"]!).Should().Be((long)order["user_id"]!);
        }

        await shopping;
    }

    [Fact]
    public async Task A_storm_of_callbacks_delivers_once()
    {
        var user = await app.NewUser();
        var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!;
        using var first = app.Collector();
        using var second = app.Collector();

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? first : second)
            .Report(order, i % 5 == 4 ? "failed" : "succeeded", i % 3 == 0 ? new { event_id = $"evt_{order["id"]}_{i % 6}" } : null)));

        replies.Should().Contain(reply => reply.Status == HttpStatusCode.OK);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Status == HttpStatusCode.Conflict);
        (await app.Scalar<string>("select status from orders where id = $1", (long)order["id"]!)).Should().Be("paid");
        (await app.DaysLeft(user)).Should().Be(30);
        (await app.BalanceOf(user)).Should().Be(0);
    }

    [Fact]
    public async Task Of_a_callback_an_admin_and_a_cancellation_the_money_ends_in_one_place()
    {
        using var collector = app.Collector();
        for (var round = 0; round < 5; round++)
        {
            var user = await app.NewUser();
            await app.Fund(user, 3000);
            var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!;

            await Task.WhenAll(
                collector.Report(order, "succeeded"),
                _admin.Http.Post($"/api/v1/admin/orders/{order["id"]}/pay", new { charge_balance = true }),
                user.Http.Post($"/api/v1/user/orders/{order["id"]}/cancel"));

            // 3000 from the start and 3000 from outside; an order that stands costs 3000 of them.
            var isPaid = await app.Scalar<string>("select status from orders where id = $1", (long)order["id"]!) == "paid";
            (await app.BalanceOf(user)).Should().Be(isPaid ? 3000 : 6000);
            (await app.Subscriptions(user)).Should().Be(isPaid ? 1 : 0);
        }
    }

    [Fact]
    public async Task Parallel_refunds_give_back_what_was_paid_and_no_cent_more()
    {
        var user = await app.NewUser();
        await app.Fund(user, 3000);
        var path = $"/api/v1/admin/orders/{(await user.Buy(await app.NewPlan())).Ok["order"]!["id"]}/refund";

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _admin.Http.Post(path, new { amount_cents = 700 })));

        var refunded = replies.Count(reply => reply.Status == HttpStatusCode.OK);
        refunded.Should().BeInRange(1, 4);
        (await app.BalanceOf(user)).Should().Be(700 * refunded);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(
            reply => reply.Code == "refund.too_high" || reply.Code == "conflict.lost_race");
    }

    [Fact]
    public async Task Money_of_both_families_at_once_adds_up()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan(100));
        await app.Fund(user, 100_000);

        var replies = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => (i % 4) switch
        {
            0 => user.Buy(plan),
            1 => user.Http.Post("/api/v1/wallet/withdraw", new { amount = 1.00m }),
            2 => _admin.Http.Post($"/admin/api/v1/wallets/{user.Id.Value}/adjust", new { amount = 2.00m }),
            _ => user.BuyOutside(plan),
        }));

        var (bought, adjusted) = (Done(0), Done(2));
        (await app.BalanceOf(user)).Should().Be(100_000 - (100 * bought) + (200 * adjusted));

        int Done(int kind) => replies.Where((reply, at) => at % 4 == kind && reply.Status == HttpStatusCode.OK).Count();
    }
}
