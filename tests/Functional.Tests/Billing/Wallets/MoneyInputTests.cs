using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Wallets;

/// <summary>Amounts are read by one strict reader, whichever route they come by.</summary>
public sealed class MoneyInputTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private Person _admin = null!;

    /// <summary>JSON as it is sent.</summary>
    public static TheoryData<string> NoAmounts => new(
        "\"1,50\"", "\"1,500\"", "\"1 500\"", "\" 1\"", "\"1.\"", "\".5\"", "\"1e2\"", "\"１５\"", "\"+1\"", "\"0.004\"", "\"1.500\"", "\"\"",
        "1e2", "0.004", "10.555", "1.5e0", "1000000000000", "true", "[1]", "{}");

    public async Task InitializeAsync() => _admin = await app.Primary();

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Theory]
    [MemberData(nameof(NoAmounts))]
    public async Task What_is_no_amount_is_refused_by_every_field_that_takes_one(string amount)
    {
        var user = await app.NewUserWith(1000, _admin);
        var shop = await Shop.Open(app);
        var order = await user.OrderId(shop);

        (await user.Http.Post("/api/v1/wallet/recharge", $$"""{"amount":{{amount}}}""")).ShouldName("amount");
        (await user.Http.Post("/api/v1/wallet/withdraw", $$"""{"amount":{{amount}}}""")).ShouldName("amount");
        (await user.Http.Post($"/api/v1/orders/{order}/payments", $$"""{"method":"approval","amount":{{amount}}}""")).ShouldName("amount");
        (await _admin.Http.Post($"/admin/api/v1/wallets/{user.Id.Value}/adjust", $$"""{"amount":{{amount}}}""")).ShouldName("amount");
        var package = await _admin.Http.Call(
            HttpMethod.Patch, $"/admin/api/v1/packages/{shop.Package.Value}", $$"""{"monthly_price":{{amount}}}""");
        package.ShouldName("monthly_price");
        var group = await _admin.Http.Call(HttpMethod.Patch, $"/admin/api/v1/plan-groups/{shop.Group.Value}", $$"""{"unit_core":{{amount}}}""");
        group.ShouldName("unit_core");
        (await app.BalanceOf(user)).Should().Be(100_000);
        (await app.Scalar<long>("select count(*) from wallet_orders where user_id = $1", user.Id.Value)).Should().Be(0);
    }

    [Theory]
    [InlineData("\"12.5\"", 1250)]
    [InlineData("12.50", 1250)]
    [InlineData("12.5000", 1250)]
    [InlineData("\"007\"", 700)]
    public async Task An_amount_is_read_to_the_cent(string amount, long cents)
    {
        var user = await app.NewUser();

        _ = (await _admin.Http.Post($"/admin/api/v1/wallets/{user.Id.Value}/adjust", $$"""{"amount":{{amount}}}""")).Ok;

        (await app.BalanceOf(user)).Should().Be(cents);
    }

    [Fact]
    public async Task A_sign_is_taken_where_an_admin_adjusts_and_nowhere_else()
    {
        var user = await app.NewUserWith(10, _admin);
        var path = $"/admin/api/v1/wallets/{user.Id.Value}/adjust";

        _ = (await _admin.Http.Post(path, """{"amount":"-1.5"}""")).Ok;
        _ = (await _admin.Http.Post(path, """{"amount":-1.50}""")).Ok;

        (await app.BalanceOf(user)).Should().Be(700);
        (await user.Http.Post("/api/v1/wallet/withdraw", """{"amount":-1}""")).ShouldName("amount");
        (await user.Http.Post("/api/v1/wallet/recharge", """{"amount":"-1"}""")).ShouldName("amount");
    }

    [Theory]
    [InlineData("15.00")]
    [InlineData("1.5e3")]
    [InlineData("\"1,500\"")]
    [InlineData("-1500")]
    public async Task Cents_are_whole_numbers(string amount)
    {
        var order = await (await app.NewUser()).OrderId(await Shop.Open(app));

        var reply = await _admin.Http.Post($"/admin/api/v1/orders/{order}/mark-paid", $$"""{"amount":{{amount}}}""");

        reply.ShouldName("amount");
        (await app.StatusOf(order)).Should().Be("pending_payment");
    }

    [Fact]
    public async Task Money_in_a_currency_that_is_not_listed_is_neither_taken_nor_shown()
    {
        var user = await app.NewUser();

        var replies = new[]
        {
            await user.Http.Post("/api/v1/wallet/recharge", new { amount = 1, currency = "XQZ" }),
            await user.Http.Post("/api/v1/wallet/withdraw", new { amount = 1, currency = "XQZ" }),
            await _admin.Http.Post($"/admin/api/v1/wallets/{user.Id.Value}/adjust", new { amount = 1, currency = "XQZ" }),
            await user.Http.Get("/api/v1/wallet?currency=XQZ"),
            await _admin.Http.Get($"/admin/api/v1/wallets/{user.Id.Value}?currency=XQZ"),
        };

        replies.Should().OnlyContain(reply => reply.Code == "currency.unknown");
        foreach (var reply in replies)
            reply.ShouldName("currency");

        (await app.Scalar<long>("select count(*) from wallets where currency = 'XQZ'")).Should().Be(0);
    }

    [Fact]
    public async Task Yen_have_no_decimals()
    {
        await app.TakeDollarsAndYen();
        var user = await app.NewUser();

        (await user.Http.Post("/api/v1/wallet/recharge", new { amount = 10.55m, currency = "JPY" })).ShouldName("amount");
        var adjusted = await _admin.Http.Post($"/admin/api/v1/wallets/{user.Id.Value}/adjust", new { amount = 10.5m, currency = "JPY" });
        adjusted.Code.Should().Be("currency.decimals");
        _ = (await user.Http.Post("/api/v1/wallet/recharge", new { amount = 10, currency = "JPY" })).Ok;
        (await _admin.Http.Post("/api/v1/admin/plans", new { name = "yen", price_cents = 1050, currency = "JPY", duration_days = 1 }))
            .ShouldName("price_cents");
    }

    [Fact]
    public async Task A_currency_that_was_taken_off_the_list_can_still_be_withdrawn()
    {
        await app.TakeDollarsAndYen();
        var user = await app.NewUser();
        _ = (await _admin.Http.Post($"/admin/api/v1/wallets/{user.Id.Value}/adjust", new { amount = 5, currency = "USD" })).Ok;
        _ = (await _admin.Http.Patch("/admin/api/v1/settings", new { key = "currencies", value = new { CNY = 2 } })).Ok;

        ((decimal)(await user.Http.Get("/api/v1/wallet?currency=usd")).Ok["wallet"]!["balance"]!).Should().Be(5);
        _ = (await user.Http.Post("/api/v1/wallet/withdraw", new { amount = 5, currency = "USD" })).Ok;
        (await user.Http.Post("/api/v1/wallet/recharge", new { amount = 5, currency = "USD" })).ShouldName("currency");
    }

    [Theory]
    [InlineData("resize_min_charge", "\"1,000\"")]
    [InlineData("resize_min_refund", "\"0.004\"")]
    [InlineData("robot_max_amount", "\"1,000\"")]
    [InlineData("robot_max_amount", "1e3")]
    [InlineData("resize_refund_ratio", "\"0,5\"")]
    [InlineData("auto_delete_days", "\"1,000\"")]
    [InlineData("currencies", "{}")]
    [InlineData("currencies", "{\"CNY\":0}")]
    [InlineData("currencies", "{\"CNY\":2,\"usd\":2}")]
    [InlineData("currencies", "{\"CNY\":2,\"USD\":3}")]
    public async Task A_setting_takes_no_separators_and_no_finer_amounts(string key, string value)
    {
        var reply = await _admin.Http.Call(HttpMethod.Patch, "/admin/api/v1/settings", $$"""{"key":"{{key}}","value":{{value}}}""");

        reply.ShouldName(key);
    }
}
