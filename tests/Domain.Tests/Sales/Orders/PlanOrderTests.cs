using FluentAssertions;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using Xunit;

namespace VpsPanel.Domain.Tests.Sales.Orders;

public sealed class PlanOrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Actor Admin = new(ActorKind.Admin, new UserId(1), "ann");

    /// <summary>Every status that an order can be brought to by real moves, against everything that can be asked of it.</summary>
    public static TheoryData<OrderStatus, string, string?> Everything() => new()
    {
        { OrderStatus.PendingPayment, "pay", null },
        { OrderStatus.PendingPayment, "confirm", null },
        { OrderStatus.PendingPayment, "fail", null },
        { OrderStatus.PendingPayment, "cancel", null },
        { OrderStatus.PendingPayment, "refund", "flow.illegal_move" },
        { OrderStatus.PaymentFailed, "pay", null },
        { OrderStatus.PaymentFailed, "confirm", null },
        { OrderStatus.PaymentFailed, "fail", null },
        { OrderStatus.PaymentFailed, "cancel", null },
        { OrderStatus.PaymentFailed, "refund", "flow.illegal_move" },
        { OrderStatus.Paid, "pay", "flow.illegal_move" },
        { OrderStatus.Paid, "cancel", "order.paid" },
        { OrderStatus.Paid, "refund", null },
        { OrderStatus.Cancelled, "pay", "flow.illegal_move" },
        { OrderStatus.Cancelled, "confirm", null },
        { OrderStatus.Cancelled, "fail", "flow.illegal_move" },
        { OrderStatus.Cancelled, "cancel", null },
        { OrderStatus.Cancelled, "refund", "flow.illegal_move" },
        { OrderStatus.PartiallyRefunded, "pay", "flow.illegal_move" },
        { OrderStatus.PartiallyRefunded, "cancel", "flow.illegal_move" },
        { OrderStatus.PartiallyRefunded, "refund", null },
        { OrderStatus.Refunded, "pay", "flow.illegal_move" },
        { OrderStatus.Refunded, "cancel", "flow.illegal_move" },
        { OrderStatus.Refunded, "refund", "flow.illegal_move" },
    };

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_status_answers_every_wish(OrderStatus status, string wish, string? failure)
    {
        var order = In(status);

        var error = Ask(order, wish);

        error?.Code.Should().Be(failure);
        (error is null).Should().Be(failure is null);
        if (failure is not null)
            order.Status.Should().Be(status);
    }

    [Theory]
    [InlineData(OrderStatus.PendingPayment, SettlementOutcome.Approved, OrderStatus.Paid)]
    [InlineData(OrderStatus.PaymentFailed, SettlementOutcome.Approved, OrderStatus.Paid)]
    [InlineData(OrderStatus.Cancelled, SettlementOutcome.OwedToWallet, OrderStatus.Cancelled)]
    public void Money_from_outside_pays_what_waits_and_is_owed_by_what_does_not(OrderStatus status, SettlementOutcome settlement, OrderStatus end)
    {
        var order = In(status);

        var first = order.ConfirmPayment(default, Receipt(3000), Now).Value.Outcome;
        var second = order.ConfirmPayment(default, Receipt(3000), Now).Value.Outcome;

        (first, second, order.Status).Should().Be((settlement, SettlementOutcome.Repeated, end));
        order.Payments.Single().CreditedBackAt.HasValue.Should().Be(settlement == SettlementOutcome.OwedToWallet);
    }

    [Theory]
    [InlineData(3001, SettlementOutcome.Approved, OrderStatus.Paid, 1)]
    [InlineData(2999, SettlementOutcome.Underpaid, OrderStatus.PendingPayment, 2999)]
    public void More_than_the_total_pays_and_less_does_not(long cents, SettlementOutcome outcome, OrderStatus end, long toWallet)
    {
        var order = In(OrderStatus.PendingPayment);

        var settled = order.ConfirmPayment(default, Receipt(cents), Now).Value;

        (settled.Outcome, order.Status, settled.ToWallet.Cents).Should().Be((outcome, end, toWallet));
    }

    [Fact]
    public void An_order_that_the_balance_paid_has_no_payment_from_outside()
    {
        var order = In(OrderStatus.Paid);

        order.ConfirmPayment(default, Receipt(3000), Now).Error!.Code.Should().Be("payment.not_found");
        order.FailPayment(default, new PaymentFailure(null, null, null)).Error!.Code.Should().Be("payment.not_found");
    }

    [Fact]
    public void The_free_order_can_be_cancelled_and_gives_nothing_back()
    {
        var order = Place(0, Order.External);

        order.Status.Should().Be(OrderStatus.Paid);
        order.Refund(Admin, new RefundRequest(1, "", null, Now), Now).Error!.Code.Should().Be("refund.nothing_paid");
        order.CancelPlan(ActorKind.User, "user", "", Now).IsSuccess.Should().BeTrue();
        (order.Status, order.PaymentState).Should().Be((OrderStatus.Cancelled, PaymentState.Succeeded));
    }

    [Fact]
    public void An_unpaid_order_that_is_cancelled_waits_for_no_payment()
    {
        var order = In(OrderStatus.Cancelled);

        (order.PaymentState, order.Payments.Single().Status).Should().Be((PaymentState.Failed, PaymentStatus.Rejected));
        order.PayByHand(Admin, new ManualPayment(null, null, null, Now, false), Now).Error!.Code.Should().Be("flow.illegal_move");
    }

    [Theory]
    [InlineData(ActorKind.User)]
    [InlineData(ActorKind.Robot)]
    [InlineData(ActorKind.Anonymous)]
    public void Nobody_but_an_admin_pays_by_hand_or_refunds(ActorKind kind)
    {
        var stranger = Admin with { Kind = kind };

        In(OrderStatus.PendingPayment).PayByHand(stranger, new ManualPayment(null, null, null, Now, false), Now).Error!.Code
            .Should().Be("flow.wrong_actor");
        In(OrderStatus.Paid).Refund(stranger, new RefundRequest(1, "", null, Now), Now).Error!.Code.Should().Be("flow.wrong_actor");
    }

    [Fact]
    public void Refunds_end_at_the_total_to_the_cent()
    {
        var order = In(OrderStatus.Paid);

        order.Refund(Admin, new RefundRequest(2999, "", null, Now), Now).IsSuccess.Should().BeTrue();
        order.Refund(Admin, new RefundRequest(2, "", null, Now), Now).Error!.Code.Should().Be("refund.too_high");
        order.Refund(Admin, new RefundRequest(long.MaxValue, "", null, Now), Now).Error!.Code.Should().Be("refund.too_high");
        order.Refund(Admin, new RefundRequest(1, "", null, Now), Now).IsSuccess.Should().BeTrue();

        (order.Status, order.RefundedCents, order.Refunds.Sum(refund => refund.AmountCents)).Should()
            .Be((OrderStatus.Refunded, 3000, 3000));
    }

    [Fact]
    public void One_that_is_placed_to_be_paid_by_the_wallet_waits_for_one_debit_and_no_second()
    {
        IPayable order = Place(3000, Order.Balance);
        var charge = new WalletCharge(new Actor(ActorKind.User, new UserId(7), "user"), "plan");

        order.SettleFromWallet(charge, Now).IsSuccess.Should().BeTrue();
        order.SettleFromWallet(charge, Now).Error!.Code.Should().Be("flow.illegal_move");
    }

    [Fact]
    public void One_that_waits_for_money_from_outside_is_paid_from_the_wallet_by_an_admin_only()
    {
        IPayable order = In(OrderStatus.PendingPayment);

        order.SettleFromWallet(new WalletCharge(new Actor(ActorKind.User, new UserId(7), "user"), "plan"), Now).Error!.Code
            .Should().Be("flow.wrong_actor");
        order.SettleFromWallet(new WalletCharge(Admin, "plan", Method: "cash", Reference: "r-1", Remark: "by phone"), Now).IsSuccess.Should().BeTrue();
        ((Order)order).PaymentMethod.Should().Be(Order.Balance);
        ((Order)order).PaymentReference.Should().Be("r-1");
    }

    [Fact]
    public void Its_history_has_no_gap()
    {
        var order = In(OrderStatus.Refunded);

        order.PendingEvents.OfType<OrderEvent>().Select(happened => happened.Seq).Should().Equal(1, 2);
        order.LastEventSeq.Should().Be(2);
    }

    private static Error? Ask(Order order, string wish) => wish switch
    {
        "pay" => order.PayByHand(Admin, new ManualPayment(null, null, null, Now, false), Now).Error,
        "confirm" => order.ConfirmPayment(default, Receipt(3000), Now).Error,
        "fail" => order.FailPayment(default, new PaymentFailure(null, "declined", null)).Error,
        "cancel" => order.CancelPlan(ActorKind.User, "user", "", Now).Error,
        _ => order.Refund(Admin, new RefundRequest(1, "", null, Now), Now).Error,
    };

    private static GatewayReceipt Receipt(long cents) => new(Money.Yuan(cents), "r", Now);

    private static Order In(OrderStatus status)
    {
        var isOutside = status is OrderStatus.PendingPayment or OrderStatus.PaymentFailed or OrderStatus.Cancelled;
        var order = Place(3000, isOutside ? Order.External : Order.Balance);
        var error = status switch
        {
            OrderStatus.PaymentFailed => order.FailPayment(default, new PaymentFailure(null, null, null)).Error,
            OrderStatus.Cancelled => order.CancelPlan(ActorKind.User, "user", "", Now).Error,
            OrderStatus.PartiallyRefunded => order.Refund(Admin, new RefundRequest(1000, "", null, Now), Now).Error,
            OrderStatus.Refunded => order.Refund(Admin, new RefundRequest(3000, "", null, Now), Now).Error,
            _ => null,
        };
        error.Should().BeNull();
        order.Status.Should().Be(status);
        return order;
    }

    private static Order Place(long cents, string method)
    {
        var plan = new PlanSnapshot(1, "Plan", "plan", "", cents, "CNY", 30, 1000, 3, [], []);
        return Order.PlacePlan(new UserId(7), new PlanPurchase(plan, 1, method, "bank", null, null), Now).Value;
    }
}
