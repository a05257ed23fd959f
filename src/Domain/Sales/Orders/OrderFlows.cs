using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Sales.Orders.OrderMove;
using static VpsPanel.Domain.Sales.Orders.OrderStatus;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Sales.Orders.OrderStatus, VpsPanel.Domain.Sales.Orders.OrderMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>The two flows of an order. Nothing else changes a status.</summary>
public static class OrderFlows
{
    public static Flow<OrderStatus, OrderMove, ActorKind> Console { get; } = new(
        "order",
        new Step(Draft, Place, PendingPayment, User, Admin),
        new Step(Draft, PlaceFree, PendingReview, User, Admin),
        new Step(PendingPayment, SubmitProof, PendingReview, User),
        new Step(PendingReview, SubmitProof, PendingReview, User),
        new Step(PendingPayment, MarkPaid, PendingReview, Admin),
        new Step(PendingPayment, Settle, Approved, ActorKind.System),
        new Step(PendingReview, Settle, Approved, ActorKind.System),
        new Step(PendingPayment, Cancel, Canceled, User),
        new Step(PendingReview, Cancel, Canceled, User),
        new Step(PendingPayment, Expire, Canceled, ActorKind.System),
        new Step(Canceled, Revive, PendingPayment, User),
        new Step(PendingPayment, Approve, Approved, Admin, Robot, ActorKind.System),
        new Step(PendingReview, Approve, Approved, Admin, Robot, ActorKind.System),
        new Step(Rejected, Approve, Approved, Admin, Robot, ActorKind.System),
        new Step(PendingPayment, Reject, Rejected, Admin, Robot),
        new Step(PendingReview, Reject, Rejected, Admin, Robot),
        new Step(Approved, Start, Provisioning, ActorKind.System, Admin),
        new Step(Failed, Start, Provisioning, ActorKind.System, Admin),
        new Step(Provisioning, Complete, Active, ActorKind.System),
        new Step(Provisioning, Fail, Failed, ActorKind.System));

    public static Flow<OrderStatus, OrderMove, ActorKind> Plan { get; } = new(
        "plan-order",
        new Step(Draft, Place, PendingPayment, User),
        new Step(Draft, PlaceFree, Paid, User),
        new Step(PendingPayment, Settle, Paid, Gateway, Admin),
        new Step(PaymentFailed, Settle, Paid, Gateway, Admin),
        new Step(PendingPayment, FailPayment, PaymentFailed, Gateway),
        new Step(PendingPayment, Cancel, Cancelled, User, Admin),
        new Step(PaymentFailed, Cancel, Cancelled, User, Admin),
        new Step(Paid, Cancel, Cancelled, User, Admin),
        new Step(PendingPayment, Expire, Cancelled, ActorKind.System),
        new Step(PaymentFailed, Expire, Cancelled, ActorKind.System),
        new Step(Cancelled, Revive, PendingPayment, User),
        new Step(Paid, RefundPart, PartiallyRefunded, Admin),
        new Step(Paid, RefundRest, Refunded, Admin),
        new Step(PartiallyRefunded, RefundPart, PartiallyRefunded, Admin),
        new Step(PartiallyRefunded, RefundRest, Refunded, Admin));

    public static Flow<OrderStatus, OrderMove, ActorKind> Of(OrderKind kind) => kind == OrderKind.Plan ? Plan : Console;
}
