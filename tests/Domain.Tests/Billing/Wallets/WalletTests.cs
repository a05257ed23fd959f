using FluentAssertions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Billing.Wallets;

public sealed class WalletTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_debit_takes_at_most_what_is_not_frozen()
    {
        var wallet = Holding(1000);
        wallet.Hold(Money.Yuan(400)).IsSuccess.Should().BeTrue();

        var tooMuch = wallet.Debit(EntryKind.Purchase, LedgerReference.Order(1), Money.Yuan(601), "", Now);
        var fits = wallet.Debit(EntryKind.Purchase, LedgerReference.Order(1), Money.Yuan(600), "", Now);

        tooMuch.Error!.Code.Should().Be("wallet.insufficient_balance");
        fits.IsSuccess.Should().BeTrue();
        (wallet.BalanceCents, wallet.FrozenCents, wallet.Available.Cents).Should().Be((400, 400, 0));
    }

    [Fact]
    public void A_refused_move_leaves_no_entry()
    {
        var wallet = Holding(1000);

        wallet.Debit(EntryKind.Purchase, LedgerReference.Order(1), Money.Yuan(1001), "", Now).IsSuccess.Should().BeFalse();

        wallet.NewEntries.Should().ContainSingle();
        (wallet.BalanceCents, wallet.LastSeq).Should().Be((1000, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Wallet.MaxCents + 1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void An_amount_is_positive_and_bounded(long cents)
    {
        var wallet = Holding(1000);

        wallet.Credit(
            EntryKind.Refund, LedgerReference.Order(1), Money.Yuan(cents), "", Now).Error!.Code.Should().Be("wallet.invalid_amount");
        wallet.Debit(
            EntryKind.Purchase, LedgerReference.Order(1), Money.Yuan(cents), "", Now).Error!.Code.Should().Be("wallet.invalid_amount");
        wallet.Hold(Money.Yuan(cents)).Error!.Code.Should().Be("wallet.invalid_amount");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Wallet.MaxCents + 1)]
    [InlineData(-Wallet.MaxCents - 1)]
    [InlineData(long.MinValue)]
    public void An_adjustment_is_not_zero_and_bounded(long cents) =>
        Holding(1000).Adjust(Money.Yuan(cents), "", Now).Error!.Code.Should().Be("wallet.invalid_amount");

    [Fact]
    public void The_balance_is_bounded_too()
    {
        var wallet = Holding(Wallet.MaxCents);

        wallet.Credit(EntryKind.Refund, LedgerReference.Order(1), Money.Yuan(1), "", Now).Error!.Code.Should().Be("wallet.too_much");
    }

    [Fact]
    public void Another_currency_is_a_conflict()
    {
        var wallet = Holding(1000);
        var dollars = new Money(1, "USD");

        wallet.Credit(EntryKind.Refund, LedgerReference.Order(1), dollars, "", Now).Error!.Code.Should().Be("wallet.currency_mismatch");
        wallet.Debit(EntryKind.Purchase, LedgerReference.Order(1), dollars, "", Now).Error!.Code.Should().Be("wallet.currency_mismatch");
        wallet.Adjust(-dollars, "", Now).Error!.Code.Should().Be("wallet.currency_mismatch");
        wallet.Hold(dollars).Error!.Code.Should().Be("wallet.currency_mismatch");
    }

    [Fact]
    public void What_was_not_reserved_cannot_leave_the_reserve()
    {
        var wallet = Holding(1000);
        wallet.Hold(Money.Yuan(10)).IsSuccess.Should().BeTrue();

        var release = () => wallet.Release(Money.Yuan(11));
        var spend = () => wallet.Capture(EntryKind.Withdraw, LedgerReference.Order(1), Money.Yuan(11), "", Now);

        release.Should().Throw<InvalidOperationException>();
        spend.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Adjustments_have_causes_of_their_own()
    {
        var wallet = Holding(1000);

        wallet.Adjust(Money.Yuan(-10), "", Now).IsSuccess.Should().BeTrue();
        wallet.Adjust(Money.Yuan(-10), "", Now).IsSuccess.Should().BeTrue();

        wallet.NewEntries.Select(entry => (entry.RefType, entry.RefId)).Should().OnlyHaveUniqueItems();
    }

    private static Wallet Holding(long cents)
    {
        var wallet = Wallet.Open(new UserId(7), "CNY");
        wallet.Credit(EntryKind.Adjust, LedgerReference.Order(99), Money.Yuan(cents), "", Now).IsSuccess.Should().BeTrue();
        return wallet;
    }
}
