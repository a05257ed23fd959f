using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Wallets;

/// <summary>What happens once must happen once, however many ask at the same moment, on whichever node.</summary>
public sealed class ParallelWalletTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private Person _admin = null!;

    public async Task InitializeAsync() => _admin = await app.NewAdmin("wallet.*", "wallet_order.*");

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task Parallel_withdrawals_never_reserve_more_than_there_is()
    {
        var user = await app.NewUserWith(55, _admin);
        var other = app.Client(user.Token, app.AddNode());

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? user.Http : other).Post("/api/v1/wallet/withdraw", new { amount = 10.00m })));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(5);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should()
            .OnlyContain(reply => reply.Code == "wallet.insufficient_balance");
        var wallet = await user.Wallet();
        ((decimal)wallet["balance"]!, (decimal)wallet["available"]!, (decimal)wallet["frozen"]!).Should().Be((55, 5, 50));
    }

    [Fact]
    public async Task Parallel_approvals_of_one_recharge_credit_once()
    {
        var user = await app.NewUser();
        var id = await user.Ask("recharge", 10);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => _admin.Http.Post($"/admin/api/v1/wallet/orders/{id}/approve")));

        replies.Should().ContainSingle(reply => reply.Status == HttpStatusCode.OK);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Code == "flow.illegal_move");
        ((decimal)(await user.Wallet())["balance"]!).Should().Be(10);
    }

    [Fact]
    public async Task Of_parallel_approvals_and_rejections_one_wins_and_the_money_follows_it()
    {
        var user = await app.NewUserWith(10, _admin);
        var id = await user.Ask("withdraw", 10);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            _admin.Http.Post($"/admin/api/v1/wallet/orders/{id}/{(i % 2 == 0 ? "approve" : "reject")}")));

        replies.Should().ContainSingle(reply => reply.Status == HttpStatusCode.OK);
        var status = await app.Scalar<string>("select status from wallet_orders where id = $1", id);
        ((decimal)(await user.Wallet())["available"]!).Should().Be(status == "approved" ? 0 : 10);
    }

    [Fact]
    public async Task Parallel_adjustments_all_land_and_the_chain_holds()
    {
        var user = await app.NewUser();

        var replies = await Task.WhenAll(Enumerable.Range(1, 30).Select(i =>
            _admin.Http.Post($"/admin/api/v1/wallets/{user.Id.Value}/adjust", new { amount = i })));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
        ((decimal)(await user.Wallet())["balance"]!).Should().Be(Enumerable.Range(1, 30).Sum());
        (await app.Scalar<long>(
            "select max(seq) from wallet_entries e join wallets w on w.id = e.wallet_id where w.user_id = $1",
            user.Id.Value)).Should().Be(30);
    }

    [Theory]
    [InlineData("recharge")]
    [InlineData("withdraw")]
    public async Task One_key_sent_many_times_at_once_makes_one_order(string what)
    {
        var user = await app.NewUserWith(1000, _admin);
        var key = Guid.NewGuid().ToString();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => user.Http.Post($"/api/v1/wallet/{what}", new { amount = 10, meta = new { a = 1 } }, key)));
        var otherBody = await user.Http.Post($"/api/v1/wallet/{what}", new { amount = 11, meta = new { a = 1 } }, key);

        replies.Select(reply => reply.Ok.ToJsonString()).Distinct().Should().ContainSingle();
        (otherBody.Status, otherBody.Code).Should().Be((HttpStatusCode.Conflict, "idempotency.mismatch"));
        (await app.Scalar<long>("select count(*) from wallet_orders where user_id = $1", user.Id.Value)).Should().Be(1);
        ((decimal)(await user.Wallet())["frozen"]!).Should().Be(what == "withdraw" ? 10 : 0);
    }

    [Fact]
    public async Task One_key_adjusts_once()
    {
        var user = await app.NewUser();
        var path = $"/admin/api/v1/wallets/{user.Id.Value}/adjust";
        var key = Guid.NewGuid().ToString();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _admin.Http.Post(path, new { amount = 5 }, key)));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
        ((decimal)(await user.Wallet())["balance"]!).Should().Be(5);
        (await _admin.Http.Post(path, new { amount = 6 }, key)).Code.Should().Be("idempotency.mismatch");
    }
}
