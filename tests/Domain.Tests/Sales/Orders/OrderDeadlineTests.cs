using FluentAssertions;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using Xunit;

namespace VpsPanel.Domain.Tests.Sales.Orders;

/// <summary>How long orders of both kinds wait for their money, and what becomes of them afterwards.</summary>
public sealed class OrderDeadlineTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);
    private static readonly Actor Admin = new(ActorKind.Admin, new UserId(9), "ada");

    [Theory]
    [InlineData("proof")]
    [InlineData("mark_paid")]
    [InlineData("approve")]
    [InlineData("reject")]
    [InlineData("cancel")]
    [InlineData("wallet")]
    public void Only_an_order_that_waits_for_money_has_a_deadline(string move)
    {
        var order = Placed(1500);
        order.PaymentDueAt.Should().Be(Now + Window);
        Placed(0).PaymentDueAt.Should().BeNull("it waits for a review");
        var proof = new PaymentProof("approval", order.Total, null, "", "", null);

        IOutcome moved = move switch
        {
            "proof" => order.SubmitProof(proof),
            "mark_paid" => order.MarkPaid(proof),
            "approve" => order.Approve(Admin, Now),
            "reject" => order.Reject(Admin, ""),
            "cancel" => order.Cancel(ActorKind.User),
            _ => order.SettleFromWallet(Now),
        };

        moved.IsSuccess.Should().BeTrue();
        order.PaymentDueAt.Should().BeNull();
        order.Expire(Now.AddYears(1)).Error!.Code.Should().Be("order.not_due");
    }

    [Fact]
    public void An_order_expires_at_its_deadline_and_not_before()
    {
        var order = Placed(1500);
        var attempt = order.OpenAttempt("yipay", "YI-1", TimeSpan.Zero, Now).Value;

        order.Expire((Now + Window).AddTicks(-1)).Error!.Code.Should().Be("order.not_due");
        Succeed(order.Expire(Now + Window));

        (order.Status, order.ExpiredAt, attempt.Status).Should().Be((OrderStatus.Canceled, Now + Window, PaymentStatus.Rejected));
        order.Items.Should().OnlyContain(item => item.Status == OrderItemStatus.Canceled);
        order.PendingEvents.OfType<OrderExpired>().Should().ContainSingle();
    }

    [Fact]
    public void The_first_attempt_gives_the_whole_window_again_and_no_other_one_does()
    {
        var order = Placed(1500);

        order.OpenAttempt("yipay", "YI-1", Window, Now.AddMinutes(20)).IsSuccess.Should().BeTrue();
        order.OpenAttempt("yipay", "YI-2", Window, Now.AddMinutes(40)).IsSuccess.Should().BeTrue();
        order.OpenAttempt("other", "OT-1", Window, Now.AddMinutes(45)).IsSuccess.Should().BeTrue();

        order.PaymentDueAt.Should().Be(Now.AddMinutes(50));
    }

    [Fact]
    public void Money_for_an_expired_order_is_owed_to_the_wallet()
    {
        var order = Expired();

        Receive(order, "YI-1", 1500).Value.Outcome.Should().Be(SettlementOutcome.OwedToWallet);
    }

    [Theory]
    [InlineData(1500, SettlementOutcome.Approved, OrderStatus.Approved)]
    [InlineData(1600, SettlementOutcome.OwedToWallet, OrderStatus.PendingPayment)]
    [InlineData(1400, SettlementOutcome.OwedToWallet, OrderStatus.PendingPayment)]
    public void Money_of_an_old_attempt_pays_a_revived_order_only_at_the_same_price(long today, SettlementOutcome outcome, OrderStatus end)
    {
        var order = Expired();
        Succeed(order.Revive([Item(today)], Window, Now.AddHours(2)));

        var settled = Receive(order, "YI-1", 1500).Value;

        (settled.Outcome, order.Status, order.TotalCents).Should().Be((outcome, end, today));
        settled.ToWallet.Cents.Should().Be(outcome == SettlementOutcome.OwedToWallet ? 1500 : 0);
    }

    [Fact]
    public void A_revived_order_has_the_terms_of_today_and_time_to_pay_again()
    {
        var order = Expired();

        Succeed(order.Revive([Item(1700, package: 77)], Window, Now.AddHours(2)));

        (order.Status, order.TotalCents, order.PaymentDueAt, order.ExpiredAt)
            .Should().Be((OrderStatus.PendingPayment, 1700, Now.AddHours(2) + Window, null));
        order.Items.Should().ContainSingle().Which.Should().Match<OrderItem>(item =>
            item.AmountCents == 1700 && item.PackageId == 77 && item.Host!.PackageId == 77 && item.Status == OrderItemStatus.PendingPayment);
        order.OpenAttempt("yipay", "YI-2", Window, Now.AddHours(2)).Value.TradeNo.Should().Be("YI-2", "the old attempt is closed");
        order.ExpectManualPayment(TimeSpan.FromHours(72));
        order.PaymentDueAt.Should().Be(Now.AddHours(74), "counted from when it was revived");
        order.ExpectManualPayment(TimeSpan.FromHours(72));
        order.PaymentDueAt.Should().Be(Now.AddHours(74), "choosing again is no way to wait for ever");
        order.PendingEvents.OfType<OrderEvent>().Select(happened => happened.Seq).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void An_expired_change_lets_go_of_its_VPS_and_a_revived_one_takes_it_again()
    {
        var change = OrderItem.Changing(OrderItemAction.Renew, new VpsId(5), new VpsExtension(30, false), "{}", Money.Yuan(1500));
        var order = Order.Place(new UserId(1), ActorKind.User, [change], null, Now).Value;
        order.OpenVpsId.Should().Be(new VpsId(5));

        Succeed(order.Expire(Now + Window));
        order.OpenVpsId.Should().BeNull();

        Succeed(order.Revive([change], Window, Now.AddHours(1)));
        order.OpenVpsId.Should().Be(new VpsId(5));
    }

    [Fact]
    public void Nothing_but_an_expired_order_can_be_revived()
    {
        var (canceled, pending) = (Placed(1500), Placed(1500));
        Succeed(canceled.Cancel(ActorKind.User));

        canceled.Revive([Item(1500)], Window, Now).Error!.Code.Should().Be("order.not_expired");
        pending.Revive([Item(1500)], Window, Now).Error!.Code.Should().Be("flow.illegal_move");
        Expired().Revive([Item(0)], Window, Now).Error!.Code.Should().Be("order.nothing_to_pay");
    }

    [Fact]
    public void An_order_of_a_plan_expires_with_its_payment_and_comes_back_as_the_plan_is_today()
    {
        var order = PlanOrder(3000);
        Succeed(order.Expire(Now + Window));
        (order.Status, order.PaymentState, order.Payments.Single().Status)
            .Should().Be((OrderStatus.Cancelled, PaymentState.Failed, PaymentStatus.Rejected));
        order.PendingEvents.OfType<PlanOrderCancelled>().Single().Reason.Should().Be("expired");

        Succeed(order.RevivePlan(Plan(3500), Window, Now.AddHours(1)));

        (order.Status, order.PaymentState, order.TotalCents, order.CancelledAt, order.PaymentDueAt)
            .Should().Be((OrderStatus.PendingPayment, PaymentState.Pending, 7000, null, Now.AddHours(1) + Window));
        order.Payments.Select(payment => payment.AmountCents).Should().Equal(6000, 7000);
        order.Payments.Select(payment => payment.TradeNo).Should().OnlyHaveUniqueItems();
        order.PlanSnapshot!.PriceCents.Should().Be(3500);
    }

    [Fact]
    public void An_order_of_a_plan_whose_payment_failed_expires_too()
    {
        var order = PlanOrder(3000);
        Succeed(order.FailPayment(default, new PaymentFailure(null, "declined", null)));

        Succeed(order.Expire(Now + Window));

        order.Status.Should().Be(OrderStatus.Cancelled);
    }

    private static Order Placed(long cents) => Order.Place(new UserId(1), ActorKind.User, [Item(cents)], null, Now).Value;

    private static Order Expired()
    {
        var order = Placed(1500);
        order.OpenAttempt("yipay", "YI-1", Window, Now).IsSuccess.Should().BeTrue();
        Succeed(order.Expire(Now + Window));
        return order;
    }

    private static Order PlanOrder(long cents) =>
        Order.PlacePlan(new UserId(7), new PlanPurchase(Plan(cents), 2, Order.External, "bank", null, null), Now).Value;

    private static PlanSnapshot Plan(long cents) => new(1, "Plan", "plan", "", cents, "CNY", 30, 1000, 3, [], []);

    private static Result<GatewaySettlement> Receive(Order order, string tradeNo, long cents) =>
        order.SettleAttempt("yipay", tradeNo, new GatewayReceipt(Money.Yuan(cents), "", Now), Now);

    private static OrderItem Item(long cents, long package = 1) => OrderItem.Purchase(
        new VpsPurchase(1, "Hong Kong", 1, 1, package, "M", 1, "Debian 12", 2, 4, 40, 10, 30, 1500, 1), "{}", Money.Yuan(cents));

    private static void Succeed(Result result) => result.Error.Should().BeNull();
}
