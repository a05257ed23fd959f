using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Wallets;

public sealed class WalletRouteTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private Person _admin = null!;

    public async Task InitializeAsync() => _admin = await app.NewAdmin("wallet.*", "wallet_order.*");

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task A_new_user_has_an_empty_wallet()
    {
        var user = await app.NewUser();

        var wallet = await user.Wallet();

        ((long)wallet["user_id"]!).Should().Be(user.Id.Value);
        ((decimal)wallet["balance"]!, (decimal)wallet["available"]!, (decimal)wallet["frozen"]!).Should().Be((0, 0, 0));
        ((string)wallet["currency"]!).Should().Be("CNY");
        ((DateTimeOffset)wallet["updated_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await user.Http.Get("/api/v1/wallet/transactions")).Ok["items"]!.AsArray().Should().BeEmpty();
        (await user.Http.Get("/api/v1/wallet?currency=yuan")).Code.Should().Be("request.invalid");
    }

    [Fact]
    public async Task A_recharge_is_money_only_once_it_is_approved()
    {
        var user = await app.NewUser();

        var order = (await user.Http.Post(
            "/api/v1/wallet/recharge", new { amount = "88.51", note = "by bank", meta = new { bank = "icbc" } })).Ok["order"]!;
        var before = await user.Wallet();
        var approved = (await _admin.Http.Post($"/admin/api/v1/wallet/orders/{order["id"]}/approve")).Ok;

        ((decimal)before["balance"]!).Should().Be(0);
        ((string)order["status"]!, (string)order["type"]!, (decimal)order["amount"]!).Should().Be(("pending_review", "recharge", 88.51m));
        ((string)order["meta"]!["bank"]!).Should().Be("icbc");
        order.AsObject().ContainsKey("reviewed_by").Should().BeFalse();
        ((string)approved["order"]!["status"]!, (long)approved["order"]!["reviewed_by"]!).Should().Be(("approved", _admin.Id.Value));
        ((decimal)approved["wallet"]!["balance"]!).Should().Be(88.51m);

        var entry = (await user.Http.Get("/api/v1/wallet/transactions")).Ok["items"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)entry["type"]!, (string)entry["kind"]!, (string)entry["ref_type"]!, (string)entry["note"]!)
            .Should().Be(("credit", "recharge", "wallet_order", "recharge"));
        ((long)entry["ref_id"]!).Should().Be((long)order["id"]!);
        ((decimal)entry["amount"]!, (decimal)entry["balance_after"]!).Should().Be((88.51m, 88.51m));
        (await app.Scalar<string>(
            "select detail from audit_logs where action = 'wallet_order.approve' and target_id = $1", order["id"]!.ToString()))
            .Should().Be("""{"type":"recharge","amount":8851}""");
    }

    [Fact]
    public async Task A_withdrawal_reserves_and_its_approval_spends()
    {
        var user = await app.NewUserWith(100, _admin);

        var id = await user.Ask("withdraw", 30);
        var reserved = await user.Wallet();
        var approved = (await _admin.Http.Post($"/admin/api/v1/wallet/orders/{id}/approve")).Ok["wallet"]!;

        ((decimal)reserved["balance"]!, (decimal)reserved["available"]!, (decimal)reserved["frozen"]!).Should().Be((100, 70, 30));
        ((decimal)approved["balance"]!, (decimal)approved["available"]!, (decimal)approved["frozen"]!).Should().Be((70, 70, 0));
        var newest = (await user.Http.Get("/api/v1/wallet/transactions")).Ok["items"]![0]!;
        ((string)newest["type"]!, (string)newest["kind"]!, (decimal)newest["amount"]!).Should().Be(("debit", "withdraw", -30m));
    }

    [Fact]
    public async Task A_rejected_withdrawal_frees_the_reserve_and_is_final()
    {
        var user = await app.NewUserWith(100, _admin);
        var id = await user.Ask("withdraw", 30);

        (await _admin.Http.Post($"/admin/api/v1/wallet/orders/{id}/reject", new { reason = "unknown account" })).Status.Should()
            .Be(HttpStatusCode.OK);
        var again = await _admin.Http.Post($"/admin/api/v1/wallet/orders/{id}/approve");
        var twice = await _admin.Http.Post($"/admin/api/v1/wallet/orders/{id}/reject");

        ((decimal)(await user.Wallet())["available"]!).Should().Be(100);
        (again.Status, again.Code, twice.Code).Should().Be((HttpStatusCode.Conflict, "flow.illegal_move", "flow.illegal_move"));
        var order = (await user.Http.Get("/api/v1/wallet/orders")).Ok["items"]![0]!;
        ((string)order["status"]!, (string)order["review_reason"]!).Should().Be(("rejected", "unknown account"));
    }

    [Theory]
    [InlineData("recharge")]
    [InlineData("withdraw")]
    public async Task What_makes_no_sense_is_refused_by_field(string what)
    {
        var user = await app.NewUserWith(100, _admin);

        (await user.Http.Post($"/api/v1/wallet/{what}", new { amount = 0 })).Code.Should().Be("wallet.invalid_amount");

        (await user.Http.Post($"/api/v1/wallet/{what}", new { })).Code.Should().Be("wallet.invalid_amount");
        (await user.Http.Post($"/api/v1/wallet/{what}", "null")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await user.Http.Post($"/api/v1/wallet/{what}", new { amount = true })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await user.Http.Post($"/api/v1/wallet/{what}", new { amount = 1e300 })).Status.Should().Be(HttpStatusCode.BadRequest);
        var bad = await user.Http.Post(
            $"/api/v1/wallet/{what}", new { amount = 1, currency = "RMBX", note = new string('x', 501), meta = new[] { 1 } });
        bad.Status.Should().Be(HttpStatusCode.BadRequest);
        bad.Json["details"]!.AsObject().Select(field => field.Key).Should().BeEquivalentTo("currency", "note", "meta");
    }

    [Fact]
    public async Task A_withdrawal_of_more_than_is_available_is_a_conflict()
    {
        var user = await app.NewUserWith(10, _admin);

        var reply = await user.Http.Post("/api/v1/wallet/withdraw", new { amount = 10.01m });
        await app.TakeDollarsAndYen();
        var other = await user.Http.Post("/api/v1/wallet/withdraw", new { amount = 1, currency = "usd" });

        (reply.Status, reply.Code, (string)reply.Json["error"]!)
            .Should().Be((HttpStatusCode.Conflict, "wallet.insufficient_balance", "insufficient balance"));
        other.Code.Should().Be("wallet.insufficient_balance");
        (await app.Scalar<long>("select count(*) from wallet_orders where user_id = $1", user.Id.Value)).Should().Be(0);
    }

    [Fact]
    public async Task An_admin_adjusts_up_and_down_as_often_as_needed_and_leaves_a_trace()
    {
        var user = await app.NewUser();
        var path = $"/admin/api/v1/wallets/{user.Id.Value}";

        _ = (await _admin.Http.Post($"{path}/adjust", new { amount = 20.5m, note = "gift" })).Ok;
        _ = (await _admin.Http.Post($"{path}/adjust", new { amount = 20.5m, note = "gift" })).Ok;
        var wallet = (await _admin.Http.Post($"{path}/adjust", new { amount = -1, note = "oops" })).Ok["wallet"]!;

        ((decimal)wallet["balance"]!).Should().Be(40);
        ((decimal)(await _admin.Http.Get(path)).Ok["wallet"]!["balance"]!).Should().Be(40);
        var page = (await _admin.Http.Get($"{path}/transactions?limit=2")).Ok;
        ((long)page["total"]!, page["items"]!.AsArray().Count, (string)page["items"]![0]!["ref_type"]!).Should().Be((3, 2, "admin_adjust"));
        (await app.Scalar<long>(
            "select count(*) from audit_logs where action = 'wallet.adjust' and target_id = $1", user.Id.Value.ToString()))
            .Should().Be(3);
    }

    [Fact]
    public async Task An_adjustment_below_zero_by_zero_or_of_nobody_is_refused()
    {
        var user = await app.NewUserWith(10, _admin);
        var path = $"/admin/api/v1/wallets/{user.Id.Value}/adjust";

        (await _admin.Http.Post(path, new { amount = -10.01m })).Code.Should().Be("wallet.insufficient_balance");
        (await _admin.Http.Post(path, new { amount = 0 })).Code.Should().Be("wallet.invalid_amount");
        (await _admin.Http.Post(path, new { amount = 1, note = new string('x', 501) })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _admin.Http.Post(path, new { amount = 1_000_000_000_000m })).ShouldName("amount");
        (await _admin.Http.Post(path, new { amount = 999_999_999_999m })).Code.Should().Be("wallet.too_much");
        foreach (var reply in new[]
                 {
                     await _admin.Http.Post("/admin/api/v1/wallets/999999/adjust", new { amount = 1 }),
                     await _admin.Http.Get("/admin/api/v1/wallets/999999"),
                     await _admin.Http.Get("/admin/api/v1/wallets/999999/transactions"),
                 })
            (reply.Status, reply.Code).Should().Be((HttpStatusCode.NotFound, "user.not_found"));
    }

    [Fact]
    public async Task The_list_of_wallet_orders_filters_by_status_and_user_together()
    {
        var (one, other) = (await app.NewUser(), await app.NewUser());
        var approved = await one.Ask("recharge", 1);
        var pending = await one.Ask("recharge", 2);
        await other.Ask("recharge", 3);
        _ = (await _admin.Http.Post($"/admin/api/v1/wallet/orders/{approved}/approve")).Ok;

        (await Ids($"?user_id={one.Id.Value}")).Should().Equal(pending, approved);
        (await Ids($"?user_id={one.Id.Value}&status=approved")).Should().Equal(approved);
        (await Ids($"?user_id={one.Id.Value}&status=rejected")).Should().BeEmpty();
        (await Ids("?status=pending_review")).Should().Contain(pending).And.NotContain(approved);
        (await Ids("?user_id=nobody&limit=1000")).Should().Contain([pending, approved]);
    }

    [Fact]
    public async Task Nobody_sees_the_money_of_others()
    {
        var owner = await app.NewUserWith(10, _admin);
        await owner.Ask("withdraw", 1);
        var stranger = await app.NewUser();

        (await stranger.Http.Get("/api/v1/wallet/transactions")).Ok["items"]!.AsArray().Should().BeEmpty();
        (await stranger.Http.Get("/api/v1/wallet/orders")).Ok["items"]!.AsArray().Should().BeEmpty();
        (await stranger.Http.Get($"/admin/api/v1/wallets/{owner.Id.Value}")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await app.Anonymous.Get("/api/v1/wallet")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("GET", "/wallets/1", "wallet.view")]
    [InlineData("POST", "/wallets/1/adjust", "wallet.adjust")]
    [InlineData("GET", "/wallets/1/transactions", "wallet.transactions")]
    [InlineData("GET", "/wallet/orders", "wallet_order.list")]
    [InlineData("POST", "/wallet/orders/999999/approve", "wallet_order.approve")]
    [InlineData("POST", "/wallet/orders/999999/reject", "wallet_order.reject")]
    public async Task Each_admin_route_needs_its_permission(string method, string path, string grant)
    {
        // The first admin of the database is the primary one, whose wallet this looks at.
        var without = await app.NewAdmin("vps.*");
        var with = await app.NewAdmin(grant);
        var body = method == "POST" ? new { amount = 1 } : null;

        (await without.Http.Call(new HttpMethod(method), $"/admin/api/v1{path}", body)).Code.Should().Be("auth.permission_denied");
        (await with.Http.Call(new HttpMethod(method), $"/admin/api/v1{path}", body)).Status
            .Should().Be(path.Contains("999999") ? HttpStatusCode.NotFound : HttpStatusCode.OK);
    }

    private async Task<IEnumerable<long>> Ids(string query) =>
        (await _admin.Http.Get($"/admin/api/v1/wallet/orders{query}")).Ok["items"]!.AsArray().Select(order => (long)order!["id"]!).ToList();
}
