using FluentAssertions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Billing.Wallets;

public sealed class WalletOrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly UserId Owner = new(7);
    private static readonly Actor Admin = new(ActorKind.Admin, new UserId(1), "root");

    public static TheoryData<WalletOrderStatus, WalletOrderMove, ActorKind> Everything()
    {
        var all = new TheoryData<WalletOrderStatus, WalletOrderMove, ActorKind>();
        foreach (var status in Enum.GetValues<WalletOrderStatus>())
        {
            foreach (var move in Enum.GetValues<WalletOrderMove>())
            {
                foreach (var actor in Enum.GetValues<ActorKind>())
                    all.Add(status, move, actor);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Only_a_pending_order_is_reviewed_and_only_by_admins_and_the_system(
        WalletOrderStatus status, WalletOrderMove move, ActorKind kind)
    {
        var (order, wallet) = In(status);
        var balance = wallet.BalanceCents;

        var result = Do(order, move, new Actor(kind, default, "someone"), wallet);

        if (status == WalletOrderStatus.PendingReview && kind is ActorKind.Admin or ActorKind.System)
        {
            result.IsSuccess.Should().BeTrue();
            order.Status.Should().Be(move == WalletOrderMove.Approve ? WalletOrderStatus.Approved : WalletOrderStatus.Rejected);
            return;
        }

        result.Error!.Code.Should().Be(status == WalletOrderStatus.PendingReview ? "flow.wrong_actor" : "flow.illegal_move");
        order.Status.Should().Be(status);
        wallet.BalanceCents.Should().Be(balance);
    }

    [Fact]
    public void A_withdrawal_reserves_at_once_and_spends_when_approved()
    {
        var wallet = Holding(1000);

        var order = WalletOrder.Withdraw(wallet, Money.Yuan(600), "", null).Value;
        wallet.Available.Cents.Should().Be(400);
        order.Approve(Admin, wallet, Now).IsSuccess.Should().BeTrue();

        (wallet.BalanceCents, wallet.FrozenCents).Should().Be((400, 0));
        order.ReviewedBy.Should().Be(Admin.UserId);
        wallet.NewEntries[^1].Should().BeEquivalentTo(new { AmountCents = -600, Kind = EntryKind.Withdraw, RefType = "wallet_order" });
    }

    [Fact]
    public void A_rejected_withdrawal_gives_the_reserve_back()
    {
        var wallet = Holding(1000);
        var order = WalletOrder.Withdraw(wallet, Money.Yuan(600), "", null).Value;

        order.Reject(Admin, wallet, "no").IsSuccess.Should().BeTrue();

        (wallet.BalanceCents, wallet.FrozenCents).Should().Be((1000, 0));
        order.ReviewReason.Should().Be("no");
    }

    [Fact]
    public void A_withdrawal_of_more_than_is_available_is_refused()
    {
        var wallet = Holding(1000);
        WalletOrder.Withdraw(wallet, Money.Yuan(600), "", null).IsSuccess.Should().BeTrue();

        WalletOrder.Withdraw(wallet, Money.Yuan(401), "", null).Error!.Code.Should().Be("wallet.insufficient_balance");
    }

    [Fact]
    public void A_refund_is_booked_for_what_it_gives_back()
    {
        var wallet = Wallet.Open(Owner, "CNY");
        var order = WalletOrder.Refund(Owner, Money.Yuan(50), "host returned", """{"vps_id":3}""", LedgerReference.VpsRefund(12)).Value;

        order.Approve(Actor.System, wallet, Now).IsSuccess.Should().BeTrue();

        wallet.NewEntries.Should().ContainSingle()
            .Which.Should()
            .BeEquivalentTo(new { AmountCents = 50, Kind = EntryKind.Refund, RefType = "vps_refund", RefId = 12, Note = "host returned" });
        order.PendingEvents.OfType<WalletOrderApproved>().Should().ContainSingle();
    }

    [Fact]
    public void A_wallet_that_is_not_the_orders_own_is_a_bug()
    {
        var order = WalletOrder.Recharge(Owner, Money.Yuan(50), "", null).Value;

        var strangers = () => order.Approve(Admin, Wallet.Open(new UserId(8), "CNY"), Now);
        var dollars = () => order.Approve(Admin, Wallet.Open(Owner, "USD"), Now);

        strangers.Should().Throw<InvalidOperationException>();
        dollars.Should().Throw<InvalidOperationException>();
    }

    private static (WalletOrder Order, Wallet Wallet) In(WalletOrderStatus status)
    {
        var wallet = Holding(1000);
        var order = WalletOrder.Recharge(Owner, Money.Yuan(50), "", null).Value;
        if (status == WalletOrderStatus.Approved)
            Do(order, WalletOrderMove.Approve, Admin, wallet).IsSuccess.Should().BeTrue();
        else if (status == WalletOrderStatus.Rejected)
            Do(order, WalletOrderMove.Reject, Admin, wallet).IsSuccess.Should().BeTrue();

        return (order, wallet);
    }

    private static Result Do(WalletOrder order, WalletOrderMove move, Actor by, Wallet wallet) =>
        move == WalletOrderMove.Approve ? order.Approve(by, wallet, Now) : order.Reject(by, wallet, "");

    private static Wallet Holding(long cents)
    {
        var wallet = Wallet.Open(Owner, "CNY");
        wallet.Credit(EntryKind.Adjust, LedgerReference.Order(99), Money.Yuan(cents), "", Now).IsSuccess.Should().BeTrue();
        return wallet;
    }
}
