using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Billing.Wallets;

/// <summary>Whatever is asked of a wallet in whatever order, and however much of it is refused.</summary>
public sealed class LedgerProperties
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private enum Act
    {
        Credit,
        Debit,
        Adjust,
        Freeze,
        Release,
        Spend,
    }

    [Fact]
    public void The_entries_add_up_to_the_balance_at_every_prefix() => After(wallet =>
    {
        var sum = 0L;
        foreach (var entry in wallet.NewEntries)
        {
            if (entry.BalanceBefore != sum || entry.BalanceAfter != sum + entry.AmountCents || entry.BalanceAfter < 0)
                return false;

            sum += entry.AmountCents;
        }

        return sum == wallet.BalanceCents;
    });

    [Fact]
    public void Entries_are_numbered_without_gaps() => After(wallet =>
        wallet.NewEntries.Select(entry => entry.Seq).SequenceEqual(Enumerable.Range(1, wallet.NewEntries.Count).Select(seq => (long)seq))
        && wallet.NewEntries.All(entry => entry.PreviousSeq == (entry.Seq == 1 ? null : entry.Seq - 1))
        && wallet.LastSeq == wallet.NewEntries.LastOrDefault()?.Seq);

    [Fact]
    public void The_reserve_is_within_the_balance_and_nothing_is_negative() =>
        After(wallet => wallet.FrozenCents >= 0 && wallet.FrozenCents <= wallet.BalanceCents && wallet.BalanceCents <= Wallet.MaxCents);

    /// <summary>Runs any sequence of moves and looks after each.</summary>
    private static void After(Func<Wallet, bool> holds)
    {
        var amount = Gen.Frequency<long>(
            (8, Gen.Choose(1, 500).Select(cents => (long)cents)),
            (1, Gen.Choose(-5, 0).Select(cents => (long)cents)),
            (1, Gen.Elements(Wallet.MaxCents, Wallet.MaxCents - 1, long.MaxValue, long.MinValue)));
        var move = Gen.Elements(Enum.GetValues<Act>()).Zip(amount);

        Prop.ForAll(move.ListOf().ToArbitrary(), moves =>
        {
            var wallet = Wallet.Open(new UserId(7), "CNY");
            return moves.All(step =>
            {
                Try(wallet, step.Item1, Money.Yuan(step.Item2));
                return holds(wallet);
            });
        }).QuickCheckThrowOnFailure();
    }

    private static bool Try(Wallet wallet, Act act, Money amount)
    {
        var reference = LedgerReference.Order(1);
        switch (act)
        {
            case Act.Credit:
                return wallet.Credit(EntryKind.Refund, reference, amount, "", Now).IsSuccess;
            case Act.Debit:
                return wallet.Debit(EntryKind.Purchase, reference, amount, "", Now).IsSuccess;
            case Act.Adjust:
                return wallet.Adjust(amount, "", Now).IsSuccess;
            case Act.Freeze:
                return wallet.Hold(amount).IsSuccess;
            case Act.Release when Reserved(wallet, amount):
                wallet.Release(amount);
                return true;
            case Act.Spend when Reserved(wallet, amount):
                wallet.Capture(EntryKind.Withdraw, reference, amount, "", Now);
                return true;
            default:
                return false;
        }
    }

    private static bool Reserved(Wallet wallet, Money amount) => amount.IsPositive && amount <= wallet.Frozen;
}
