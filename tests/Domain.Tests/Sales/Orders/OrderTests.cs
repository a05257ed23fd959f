using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using Xunit;

namespace VpsPanel.Domain.Tests.Sales.Orders;

public sealed class OrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);
    private static readonly Actor Admin = new(ActorKind.Admin, new UserId(9), "ada");

    [Fact]
    public void An_order_without_items_is_none() =>
        Order.Place(new UserId(1), ActorKind.User, [], null, Now).Error!.Code.Should().Be("order.empty");

    [Fact]
    public void What_costs_nothing_waits_for_a_review() => Placed(0).Status.Should().Be(OrderStatus.PendingReview);

    [Theory]
    [InlineData(1499, "CNY", "payment.amount_differs")]
    [InlineData(1501, "CNY", "payment.amount_differs")]
    [InlineData(1500, "USD", "payment.currency_differs")]
    public void A_claim_of_another_amount_is_refused_and_moves_nothing(long cents, string currency, string code)
    {
        var order = Placed(1500);

        order.SubmitProof(Proof(cents, currency)).Error!.Code.Should().Be(code);

        order.Status.Should().Be(OrderStatus.PendingPayment);
        order.Payments.Should().BeEmpty();
    }

    [Fact]
    public void Blank_trade_numbers_are_none() =>
        Placed(1500).SubmitProof(Proof(1500) with { TradeNo = "  " }).Value.TradeNo.Should().BeNull();

    [Fact]
    public void A_claim_is_approved_with_its_order()
    {
        var order = Placed(1500);
        var claim = order.SubmitProof(Proof(1500)).Value;

        Succeed(order.Approve(Admin, Now));

        claim.Status.Should().Be(PaymentStatus.Approved);
        claim.ReviewedBy.Should().Be(Admin.UserId);
        claim.SettledAt.Should().BeNull("nobody but a person says that it was paid");
        order.HoldsMoney.Should().BeTrue();
    }

    [Fact]
    public void A_customer_who_says_that_they_have_paid_cannot_pay_again()
    {
        var order = Placed(1500);
        order.SubmitProof(Proof(1500)).IsSuccess.Should().BeTrue();

        order.OpenAttempt("yipay", "YI-1", Window, Now).Error!.Code.Should().Be("order.in_review");
        order.SettleFromWallet(Now).Error!.Code.Should().Be("order.in_review");
    }

    [Fact]
    public void A_second_attempt_at_a_gateway_is_the_first_one()
    {
        var order = Placed(1500);

        var first = order.OpenAttempt("yipay", "YI-1", Window, Now).Value;
        var second = order.OpenAttempt("yipay", "YI-2", Window, Now).Value;

        second.Should().BeSameAs(first);
        order.Payments.Should().ContainSingle().Which.TradeNo.Should().Be("YI-1");
        first.PayUrl.Should().BeEmpty("the gateway has not been asked");
        Succeed(order.KeepPaymentLink("YI-1", "https://pay/1"));
        Succeed(order.KeepPaymentLink("YI-1", "https://pay/2"));
        first.PayUrl.Should().Be("https://pay/2");
        order.KeepPaymentLink("YI-2", "https://pay/3").Error!.Code.Should().Be("payment.not_found");
    }

    [Fact]
    public void A_notice_settles_once()
    {
        var order = Attempted(1500);

        Settle(order).Should().Be(SettlementOutcome.Approved);
        Settle(order).Should().Be(SettlementOutcome.Repeated);

        order.Status.Should().Be(OrderStatus.Approved);
        order.PendingEvents.OfType<OrderApproved>().Should().ContainSingle();
    }

    [Theory]
    [InlineData(1501)]
    [InlineData(3000)]
    public void A_notice_above_the_amount_settles_and_leaves_the_rest_to_the_wallet(long cents)
    {
        var order = Attempted(1500);

        var settled = Receive(order, Money.Yuan(cents)).Value;

        (settled.Outcome, settled.ToWallet).Should().Be((SettlementOutcome.Approved, Money.Yuan(cents - 1500)));
        (order.Status, order.Payments.Single().CollectedCents).Should().Be((OrderStatus.Approved, cents));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1499)]
    public void A_notice_below_the_amount_settles_nothing_and_goes_to_the_wallet_whole(long cents)
    {
        var order = Attempted(1500);

        var settled = Receive(order, Money.Yuan(cents)).Value;

        (settled.Outcome, settled.ToWallet).Should().Be((SettlementOutcome.Underpaid, Money.Yuan(cents)));
        (order.Status, order.HoldsMoney).Should().Be((OrderStatus.PendingPayment, false));
        order.PendingEvents.OfType<PaymentUnderpaid>().Should().ContainSingle().Which.CollectedCents.Should().Be(cents);
        order.OpenAttempt("yipay", "YI-2", Window, Now).Value.TradeNo.Should().Be("YI-2", "the gateway has closed the first number");
    }

    [Fact]
    public void Another_charge_for_a_settled_attempt_is_other_money_and_a_repeat_is_not()
    {
        var order = Attempted(1500);
        Receive(order, order.Total, "G-1").Value.Outcome.Should().Be(SettlementOutcome.Approved);

        Receive(order, order.Total, "G-1").Value.Outcome.Should().Be(SettlementOutcome.Repeated);
        Receive(order, order.Total).Value.Outcome.Should().Be(SettlementOutcome.Repeated, "it names no charge");
        var other = Receive(order, Money.Yuan(700), "G-2").Value;

        (other.Outcome, other.ToWallet).Should().Be((SettlementOutcome.PaidAgain, Money.Yuan(700)));
    }

    [Theory]
    [InlineData(1500, "USD")]
    [InlineData(0, "CNY")]
    public void A_notice_of_no_amount_or_of_another_currency_settles_nothing(long cents, string currency)
    {
        var order = Attempted(1500);

        Receive(order, new Money(cents, currency)).Error!.Code.Should().Be("payment.notice_differs");

        order.Status.Should().Be(OrderStatus.PendingPayment);
        order.HoldsMoney.Should().BeFalse();
    }

    [Fact]
    public void A_notice_of_another_gateway_settles_nothing() =>
        Attempted(1500).SettleAttempt("other", "YI-1", new GatewayReceipt(Money.Yuan(1500), "", Now), Now).Error!.Code
            .Should().Be("payment.not_found");

    [Fact]
    public void A_claim_is_never_settled_by_a_notice()
    {
        var order = Placed(1500);
        order.SubmitProof(Proof(1500) with { Method = "yipay", TradeNo = "YI-1" }).IsSuccess.Should().BeTrue();

        Receive(order, order.Total).Error!.Code.Should().Be("payment.not_found");
    }

    [Fact]
    public void Money_for_a_canceled_order_is_owed_to_the_wallet_once()
    {
        var order = Attempted(1500);
        Succeed(order.Cancel(ActorKind.User));

        Settle(order).Should().Be(SettlementOutcome.OwedToWallet);
        Settle(order).Should().Be(SettlementOutcome.Repeated);

        order.Status.Should().Be(OrderStatus.Canceled);
        order.HoldsMoney.Should().BeFalse();
    }

    [Fact]
    public void All_that_was_collected_for_a_canceled_order_is_owed_to_the_wallet()
    {
        var order = Attempted(1500);
        Succeed(order.Cancel(ActorKind.User));

        Receive(order, Money.Yuan(1700)).Value.ToWallet.Should().Be(Money.Yuan(1700));
    }

    [Fact]
    public void Money_for_an_order_that_was_approved_unpaid_pays_it()
    {
        var order = Attempted(1500);
        Succeed(order.Approve(Admin, Now));

        Settle(order).Should().Be(SettlementOutcome.PaidLate);

        order.HoldsMoney.Should().BeTrue();
    }

    [Fact]
    public void Money_for_an_order_that_is_paid_already_is_owed_to_the_wallet()
    {
        var order = Placed(1500);
        order.OpenAttempt("yipay", "YI-1", Window, Now).IsSuccess.Should().BeTrue();
        order.OpenAttempt("other", "OT-1", Window, Now).IsSuccess.Should().BeTrue();

        Settle(order).Should().Be(SettlementOutcome.Approved);
        order.SettleAttempt("other", "OT-1", new GatewayReceipt(Money.Yuan(1500), "", Now), Now).Value.Outcome
            .Should().Be(SettlementOutcome.OwedToWallet);

        order.Payments.Count(payment => payment is { SettledAt: not null, CreditedBackAt: null }).Should().Be(1);
    }

    [Fact]
    public void An_order_is_in_work_until_its_last_item_has_ended()
    {
        var order = Placed(1500, 1500);
        Succeed(order.Approve(Admin, Now));
        Succeed(order.StartProvisioning(ActorKind.System));

        // Without a database both items have key 0, which finds the first.
        Succeed(order.ItemFailed(order.Items[0].Id, "no room"));
        order.Status.Should().Be(OrderStatus.Provisioning, "the other item is not done");
    }

    [Fact]
    public void Only_an_order_that_failed_asks_for_its_work_to_be_resumed()
    {
        var order = Placed(1500);
        Succeed(order.Approve(Admin, Now));
        Succeed(order.StartProvisioning(ActorKind.System));
        order.PendingEvents.OfType<OrderProvisioningResumed>().Should().BeEmpty();

        Succeed(order.ItemFailed(order.Items[0].Id, "no room"));
        Succeed(order.StartProvisioning(ActorKind.Admin));

        order.PendingEvents.OfType<OrderProvisioningResumed>().Should().ContainSingle();
    }

    [Fact]
    public void An_order_that_is_not_in_work_is_not_recomputed()
    {
        var order = Placed(1500);

        Succeed(order.Recompute());

        order.Status.Should().Be(OrderStatus.PendingPayment);
    }

    [Fact]
    public void A_rejected_order_can_still_be_approved()
    {
        var order = Placed(1500);
        Succeed(order.Reject(Admin, "no"));
        order.RejectedReason.Should().Be("no");
        order.CanReview.Should().BeTrue();

        Succeed(order.Approve(Admin, Now));

        order.RejectedReason.Should().BeEmpty();
        order.ApprovedBy.Should().Be(Admin.UserId);
    }

    [Fact]
    public void Events_count_without_gaps()
    {
        var order = Attempted(1500);
        Settle(order).Should().Be(SettlementOutcome.Approved);
        Succeed(order.StartProvisioning(ActorKind.System));

        order.PendingEvents.OfType<OrderEvent>().Select(happened => happened.Seq).Should().Equal(1, 2, 3, 4, 5);
    }

    [Fact]
    public void Money_is_given_back_once()
    {
        var order = Attempted(1500);
        Settle(order).Should().Be(SettlementOutcome.Approved);

        order.RefundToWallet(Now).Should().ContainSingle();
        order.RefundToWallet(Now).Should().BeEmpty();
    }

    [Fact]
    public void Two_proofs_of_one_payment_are_given_back_as_one()
    {
        var order = Placed(1500);
        order.SubmitProof(Proof(1500)).IsSuccess.Should().BeTrue();
        order.SubmitProof(Proof(1500) with { TradeNo = "T-2" }).IsSuccess.Should().BeTrue();
        Succeed(order.Approve(Admin, Now));

        order.RefundToWallet(Now).Sum(payment => payment.AmountCents).Should().Be(1500);

        order.HoldsMoney.Should().BeFalse();
    }

    [Fact]
    public void The_items_of_any_order_add_up_to_its_total() => Prop.ForAll(
        Gen.Choose(1, 20).SelectMany(lines => Gen.Choose(0, 100_000_000).Zip(Gen.Choose(1, 100)).ListOf(lines)).ToArbitrary(),
        lines =>
        {
            var items = lines.SelectMany(line => Money.Yuan(line.Item1).Split(line.Item2)).Select(Item).ToList();
            var order = Order.Place(new UserId(1), ActorKind.User, items, null, Now).Value;

            order.TotalCents.Should().Be(lines.Sum(line => (long)line.Item1)).And.Be(order.Items.Sum(item => item.AmountCents));
            order.Items.Should().OnlyContain(item => item.AmountCents >= 0 && item.Qty == 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_of_one_instant_differ_and_sort()
    {
        var numbers = Enumerable.Range(0, 1000).Select(_ => OrderNumbers.Next(OrderItemAction.Create, Now)).ToList();

        numbers.Should().OnlyHaveUniqueItems().And.OnlyContain(number => number.StartsWith("ORD-") && number.Length <= 40);
        string.CompareOrdinal(numbers[0], OrderNumbers.Next(OrderItemAction.Create, Now.AddMilliseconds(1))).Should().BeNegative();
    }

    private static Order Placed(params long[] cents) =>
        Order.Place(new UserId(1), ActorKind.User, [.. cents.Select(amount => Item(Money.Yuan(amount)))], null, Now).Value;

    private static Order Attempted(long cents)
    {
        var order = Placed(cents);
        order.OpenAttempt("yipay", "YI-1", Window, Now).IsSuccess.Should().BeTrue();
        return order;
    }

    private static SettlementOutcome Settle(Order order) => Receive(order, order.Total).Value.Outcome;

    private static Result<GatewaySettlement> Receive(Order order, Money collected, string reference = "") =>
        order.SettleAttempt("yipay", "YI-1", new GatewayReceipt(collected, reference, Now), Now);

    private static OrderItem Item(Money amount) => OrderItem.Purchase(Plan, "{}", amount);

    private static PaymentProof Proof(long cents, string currency = "CNY") =>
        new("approval", new Money(cents, currency), "T-1", "", "", null);

    private static void Succeed(VpsPanel.Domain.Common.Result result) => result.Error.Should().BeNull();

    private static VpsPurchase Plan { get; } =
        new(1, "Hong Kong", 1, 1, 1, "M", 1, "Debian 12", 2, 4, 40, 10, 30, 1500, 1);
}
