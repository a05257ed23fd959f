using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.WebApi.Panel;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Wallets;

/// <summary>The panel's balance and the console's wallet are one ledger seen twice.</summary>
public sealed class BalanceTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Path = "/api/v1/user/account/balance";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.Primary();
        _admin = await app.NewAdmin("wallet.*", "wallet_order.*", "plan_order.*");
    }

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task A_new_customer_has_nothing_and_looking_opens_no_wallet()
    {
        var user = await app.NewUser();

        (await user.Http.Get(Path)).Ok.ToJsonString().Should().Be(
            $$$"""
            {"user_id":{{{user.Id.Value}}},"balance_cents":0,"currency":"CNY","updated_at":0,"transactions":[],
            "pagination":{"page":1,"per_page":20,"total_count":0,"has_next":false,"has_prev":false}}
            """.ReplaceLineEndings(""));
        (await app.Scalar<long>("select count(*) from wallets where user_id = $1", user.Id.Value)).Should().Be(0);
        (await app.Anonymous.Get(Path)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Money_of_the_console_and_of_the_panel_is_listed_in_one_line()
    {
        var user = await app.NewUserWith(100, _admin);
        var order = (await user.Buy(await app.NewPlan())).Ok["order"]!;
        _ = (await _admin.Http.Post($"/api/v1/admin/orders/{order["id"]}/refund", new { amount_cents = 500, reason = "slow" })).Ok;
        await user.Ask("withdraw", 10);

        var statement = (await user.Http.Get(Path)).Ok;
        var console = (await user.Http.Get("/api/v1/wallet/transactions")).Ok["items"]!.AsArray();

        ((long)statement["balance_cents"]!).Should().Be(7500, "what is reserved is still there");
        ((decimal)(await user.Wallet())["balance"]!).Should().Be(75);
        var lines = statement["transactions"]!.AsArray();
        lines.Select(line => ((string)line!["entry_type"]!, (long)line["amount_cents"]!, (long)line["balance_after_cents"]!))
            .Should().Equal(("refund", 500, 7500), ("purchase", -3000, 7000), ("adjust", 10_000, 10_000));
        lines.Select(line => (long)line!["id"]!).Should().Equal(console.Select(line => (long)line!["id"]!));
        ((string)lines[0]!["reference"]!, (string)lines[1]!["reference"]!, (string)lines[2]!["reference"]!)
            .Should().Be(($"order:{order["number"]}", $"order:{order["number"]}", "admin_adjust:1"));
        ((string)lines[0]!["metadata"]!["reason"]!).Should().Be("slow");
        lines[2]!.AsObject().Should().ContainKey("metadata").WhoseValue.Should().BeNull();
        (await user.Http.Get($"{Path}?entry_type=PURCHASE")).Ok["transactions"]!.AsArray().Should().ContainSingle();
        (await user.Http.Get($"{Path}?entry_type=none")).ShouldName("entry_type");
        var second = (await user.Http.Get($"{Path}?page=2&per_page=2")).Ok;
        second["transactions"]!.AsArray().Should().ContainSingle();
        second["pagination"]!.ToJsonString().Should().Be("""{"page":2,"per_page":2,"total_count":3,"has_next":false,"has_prev":true}""");
    }

    [Fact]
    public async Task A_customer_with_another_currency_only_sees_that()
    {
        await app.TakeDollarsAndYen();
        var user = await app.NewUser();
        _ = (await _admin.Http.Post($"/admin/api/v1/wallets/{user.Id.Value}/adjust", new { amount = 10, currency = "USD" })).Ok;

        var dollars = (await user.Http.Get(Path)).Ok;
        var yuan = (await user.Http.Get($"{Path}?currency=cny")).Ok;
        var bought = await user.Buy(await app.NewPlan(300, "USD"));
        var foreign = await user.Buy(await app.NewPlan(300));

        ((string)dollars["currency"]!, (long)dollars["balance_cents"]!).Should().Be(("USD", 1000));
        ((string)yuan["currency"]!, (long)yuan["balance_cents"]!).Should().Be(("CNY", 0));
        ((long)bought.Ok["balance"]!["balance_cents"]!).Should().Be(700);
        foreign.Code.Should().Be("wallet.currency_mismatch");
    }

    [Fact]
    public async Task Nobody_sees_the_money_of_others()
    {
        var (rich, poor) = (await app.NewUserWith(100, _admin), await app.NewUser());

        var statement = (await poor.Http.Get($"{Path}?user_id={rich.Id.Value}")).Ok;

        ((long)statement["user_id"]!, (long)statement["balance_cents"]!).Should().Be((poor.Id.Value, 0));
        statement["transactions"]!.AsArray().Should().BeEmpty();
    }
}
