using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.WebApi.Panel;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.PlanChanges;

public sealed class PlanChangeTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    public Task InitializeAsync() => app.Primary();

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task The_unused_part_of_a_plan_pays_for_another_as_quoted()
    {
        var (user, id, other) = await Bought(10_000);
        await FifteenDaysAgo(id);

        var quote = (await Quote(user, id, other)).Ok;
        app.Clock.Advance(TimeSpan.FromMinutes(9));
        var changed = (await Change(user, id, quote)).Ok;

        var credit = (long)quote["credit_cents"]!;
        credit.Should().BeInRange(1499, 1500, "half of the time is left, less the moment since");
        ((long)quote["price_cents"]!, (long)quote["due_cents"]!, (long)quote["to_wallet_cents"]!).Should().Be((3000, 3000 - credit, 0));
        ((long)changed["order"]!["total_cents"]!, (long)changed["order"]!["credit_cents"]!, (long)changed["balance"]!["balance_cents"]!)
            .Should().Be((3000 - credit, credit, 10_000 - 3000 - (3000 - credit)));
        (await app.DaysLeft(user)).Should().Be(7);
        var mine = (await user.Http.Get("/api/v1/user/subscriptions")).Ok["subscriptions"]!.AsArray().Should().ContainSingle().Subject!;
        ((long)mine["id"]!).Should().Be(id);
        (await Change(user, id, quote)).Code.Should().Be("plan_change.quote_not_found");
    }

    [Fact]
    public async Task A_quote_ends_after_ten_minutes_and_when_something_changed()
    {
        var (user, id, other) = await Bought(10_000);
        var order = await app.Scalar<long>("select max(id) from orders where user_id = $1", user.Id.Value);
        var (old, foreign) = ((await Quote(user, id, other)).Ok, await app.NewUser());

        (await Change(foreign, id, old)).Code.Should().Be("plan_change.quote_not_found");
        (await Quote(foreign, id, other)).Code.Should().Be("subscription.not_found");
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        (await Change(user, id, old)).Code.Should().Be("plan_change.quote_expired");
        var quote = (await Quote(user, id, other)).Ok;
        _ = (await (await app.NewAdmin("plan_order.*")).Http.Post($"/api/v1/admin/orders/{order}/refund", new { amount_cents = 1 })).Ok;
        (await Change(user, id, quote)).Code.Should().Be("plan_change.changed");
        (await app.DaysLeft(user)).Should().BeGreaterThan(29, "nothing was changed");
    }

    [Fact]
    public async Task What_was_given_for_another_plan_is_not_refunded_again()
    {
        var (user, id, other) = await Bought(10_000);
        var order = await app.Scalar<long>("select max(id) from orders where user_id = $1", user.Id.Value);
        var before = await user.Balance();
        _ = (await Change(user, id, (await Quote(user, id, other)).Ok)).Ok;

        var refund = await (await app.NewAdmin("plan_order.*")).Http.Post($"/api/v1/admin/orders/{order}/refund", new { amount_cents = 3000 });

        refund.Code.Should().Be("refund.too_high");
        (await user.Balance()).Should().BeInRange(before - 1, before, "a new plan of the same price costs the time since");
    }

    [Fact]
    public async Task A_credit_above_the_price_goes_to_the_wallet_only_where_that_is_set()
    {
        await app.Set(SubscriptionSettings.CreditToWallet, "true");
        try
        {
            var (user, id, _) = await Bought(10_000);
            var cheap = await app.NewPlan(cents: 1000);
            var before = await user.Balance();

            var quote = (await Quote(user, id, cheap)).Ok;
            _ = (await Change(user, id, quote)).Ok;

            (await user.Balance() - before).Should().Be((long)quote["to_wallet_cents"]!).And.BeInRange(1999, 2000);
        }
        finally
        {
            await app.Set(SubscriptionSettings.CreditToWallet, "false");
        }
    }

    [Fact]
    public async Task Nobody_changes_without_money_or_to_what_they_have()
    {
        var (user, id, _) = await Bought(3000);
        var dear = await app.NewPlan(cents: 9000);
        var present = await app.Scalar<long>("select plan_id from subscriptions where id = $1", id);

        var quote = (await Quote(user, id, dear)).Ok;
        var poor = await Change(user, id, quote);

        (poor.Status, poor.Code).Should().Be((HttpStatusCode.Conflict, "wallet.insufficient_balance"));
        (await app.Scalar<long>("select plan_id from subscriptions where id = $1", id)).Should().Be(present);
        (await Quote(user, id, present)).Code.Should().Be("plan_change.same_plan");
        (await Quote(user, id, 987_654)).Code.Should().Be("plan.not_found");
        (await Quote(user, id, 0)).ShouldName("plan_id");
    }

    [Fact]
    public async Task Of_several_changes_at_once_one_is_made()
    {
        var (user, id, other) = await Bought(50_000);
        var quote = (await Quote(user, id, other)).Ok;

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Change(user, id, quote)));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        (await app.Scalar<long>("select count(*) from orders where user_id = $1 and status = 'paid'", user.Id.Value)).Should().Be(2);
    }

    private static Task<Reply> Quote(Person user, long id, long plan) =>
        user.Http.Post($"/api/v1/user/subscriptions/{id}/plan-change/quote", new { plan_id = plan });

    private static Task<Reply> Change(Person user, long id, JsonNode quote) =>
        user.Http.Post($"/api/v1/user/subscriptions/{id}/plan-change", new { quote_id = (long)quote["quote_id"]! });

    /// <summary>As if it had been bought then: a token would not outlive a clock that is put forward.</summary>
    private async Task FifteenDaysAgo(long id)
    {
        var (from, until) = (app.Clock.GetUtcNow().UtcDateTime.AddDays(-15), app.Clock.GetUtcNow().UtcDateTime.AddDays(15));
        _ = await app.Scalar<long>(
            "update subscription_grants set expires_before = $2, created_at = $2, expires_after = $3 where subscription_id = $1 returning id",
            id, from, until);
        _ = await app.Scalar<long>(
            "update subscriptions set period_started_at = $2, expires_at = $3 where id = $1 returning id", id, from, until);
    }

    /// <summary>Somebody with a plan of 30 days for 30.00, and another plan of 7 days for the same.</summary>
    private async Task<(Person User, long Id, long Other)> Bought(long funds)
    {
        var (user, plan, other) = (await app.NewUser(), await app.NewPlan(), await app.NewPlan(days: 7));
        await app.Fund(user, funds);
        await app.BuyAs(user, plan);
        return (user, await app.Scalar<long>("select id from subscriptions where user_id = $1", user.Id.Value), other);
    }
}
