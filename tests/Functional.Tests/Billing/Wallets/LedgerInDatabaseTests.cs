using System.Data.Common;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Checks;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Wallets;

/// <summary>The database keeps the books even against someone who writes past the service.</summary>
public sealed class LedgerInDatabaseTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Insert =
        """
        insert into wallet_entries (
            wallet_id, seq, previous_seq, amount_cents, balance_before, balance_after, kind, ref_type, ref_id, note, created_at)
        """;

    private long _wallet;

    public async Task InitializeAsync()
    {
        var user = await app.NewUser();
        _wallet = await app.Work(async services =>
        {
            var wallet = await services.GetRequiredService<IWallets>().ForUpdate(user.Id, "CNY", default);
            var now = app.Clock.GetUtcNow();

            // Two entries of one command: the second is stored after the first, which it names.
            wallet.Credit(EntryKind.Recharge, LedgerReference.Order(1), Money.Yuan(500), "", now).IsSuccess.Should().BeTrue();
            wallet.Debit(EntryKind.Purchase, LedgerReference.Order(1), Money.Yuan(200), "", now).IsSuccess.Should().BeTrue();
            wallet.Credit(EntryKind.Refund, LedgerReference.Order(1), Money.Yuan(50), "", now).IsSuccess.Should().BeTrue();
            return wallet.Id.Value;
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("update wallet_entries set note = 'mine'", "append_only")]
    [InlineData("delete from wallet_entries", "append_only")]
    [InlineData("truncate wallet_entries cascade", "append_only")]
    [InlineData("update wallets set balance_cents = -1 where id = @w", "check")]
    [InlineData("update wallets set frozen_cents = 351 where id = @w", "check")]
    [InlineData("update wallets set frozen_cents = -1 where id = @w", "check")]
    [InlineData("update wallets set balance_cents = 351 where id = @w", "foreign_key")]
    [InlineData("update wallets set last_seq = null where id = @w", "check")]
    [InlineData("update wallets set last_seq = 2 where id = @w", "foreign_key")]
    [InlineData("delete from wallets where id = @w", "foreign_key")]
    [InlineData(Insert + " values (@w, 4, 3, 10, 350, 361, 'adjust', 'x', 1, '', now())", "check")]
    [InlineData(Insert + " values (@w, 4, 3, -351, 350, -1, 'adjust', 'x', 1, '', now())", "check")]
    [InlineData(Insert + " values (@w, 4, 3, 0, 350, 350, 'adjust', 'x', 1, '', now())", "check")]
    [InlineData(Insert + " values (@w, 4, 3, 10, 340, 350, 'adjust', 'x', 1, '', now())", "foreign_key")]
    [InlineData(Insert + " values (@w, 4, null, 10, 350, 360, 'adjust', 'x', 1, '', now())", "check")]
    [InlineData(Insert + " values (@w, 4, 2, 10, 300, 310, 'adjust', 'x', 1, '', now())", "check")]
    [InlineData(Insert + " values (@w, 5, 4, 10, 350, 360, 'adjust', 'x', 1, '', now())", "foreign_key")]
    [InlineData(Insert + " values (@w, 1, null, 10, 0, 10, 'adjust', 'x', 1, '', now())", "unique")]
    [InlineData(Insert + " values (@w, 3, 2, 10, 300, 310, 'adjust', 'x', 1, '', now())", "unique")]
    [InlineData(Insert + " values (@w, 4, 3, 10, 350, 360, 'refund', 'order', 1, '', now())", "unique")]
    [InlineData(Insert + " values (@w, 4, 3, 10, 350, 360, 'gift', 'x', 1, '', now())", "check")]
    public async Task Wrong_books_cannot_be_written(string sql, string refusedBy)
    {
        var write = () => Execute(sql);

        TestDatabase.Refusal((await write.Should().ThrowAsync<DbException>()).Which).Should().Be(refusedBy);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task The_repository_knows_what_was_booked()
    {
        var found = await app.Work(async services =>
        {
            var wallets = services.GetRequiredService<IWallets>();
            var wallet = (await wallets.FindForUpdate(new WalletId(_wallet), default))!;
            wallet.NewEntries.Should().BeEmpty("entries are never loaded");
            return (
                await wallets.HasEntry(wallet, EntryKind.Purchase, LedgerReference.Order(1), default),
                await wallets.HasEntry(wallet, EntryKind.Purchase, LedgerReference.Order(2), default));
        });

        found.Should().Be((true, false));
    }

    private Task Execute(string sql) => LedgerSql.Execute(app, sql, _wallet);
}

/// <summary>The checker finds what only a broken database could hold. A database of its own, since the books end up wrong.</summary>
public sealed class LedgerCheckTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Theory]
    [InlineData("update wallet_entries set amount_cents = 1, balance_after = 1 where wallet_id = @w", "*hold*")]
    [InlineData("update wallets set balance_cents = balance_cents + 1 where id = @w", "*holds*add up to*")]
    [InlineData("update wallets set frozen_cents = 1 where id = @w", "*frozen*pending withdrawals*")]
    [InlineData(
        "update wallet_orders set status = 'pending_review' where user_id = (select user_id from wallets where id = @w)",
        "*pending_review*entries*")]
    [InlineData("delete from wallet_entries where wallet_id = @w", "*approved*0 entries*")]
    [InlineData("update wallets set currency = 'USD' where id = @w", "*in USD*in CNY*")]
    public async Task It_finds_a_planted_violation(string sql, string line)
    {
        var admin = await app.NewAdmin("wallet.*", "wallet_order.*");
        var user = await app.NewUser();
        var id = await user.Ask("recharge", 5);
        _ = (await admin.Http.Post($"/admin/api/v1/wallet/orders/{id}/approve")).Ok;
        var wallet = await app.Scalar<long>("select id from wallets where user_id = $1", user.Id.Value);
        var before = await Violations();

        // As a restore from half a backup would: without triggers, and with them without foreign keys.
        await LedgerSql.Execute(app, TestDatabase.Unguarded(sql, "wallets", "wallet_entries", "wallet_orders"), wallet);

        (await Violations()).Except(before).Should().ContainMatch(line);
    }

    private async Task<IReadOnlyList<string>> Violations()
    {
        List<string> all = [];
        foreach (var invariant in app.Services.GetServices<IInvariant>())
            all.AddRange(await invariant.Violations(default));

        return all;
    }
}

internal static class LedgerSql
{
    public static async Task Execute(PanelApp app, string sql, long wallet)
    {
        await TestDatabase.Execute(app.ConnectionString + ";Pooling=false", sql.Replace("@w", wallet.ToString(), StringComparison.Ordinal));
    }
}
