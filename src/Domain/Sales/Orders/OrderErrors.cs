using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

public static class OrderErrors
{
    public static Error NotFound { get; } = Error.NotFound("order.not_found", "order not found");

    public static Error Empty { get; } = Error.Validation("items", "an order needs at least one item", "order.empty");

    public static Error NothingToPay { get; } = Error.Conflict("order.nothing_to_pay", "no payment required");

    public static Error NotDue { get; } = Error.Conflict("order.not_due", "the order does not wait for money, or there is still time to pay");

    public static Error NotExpired { get; } = Error.Conflict("order.not_expired", "only an order that expired can be revived");

    public static Error Unavailable { get; } = Error.Conflict("order.unavailable", "what was ordered is no longer to be had");

    public static Error InReview { get; } = Error.Conflict("order.in_review", "the payment of this order is being reviewed");

    public static Error PaymentNotFound { get; } = Error.NotFound("payment.not_found", "payment not found");

    public static Error TradeNoTaken { get; } = Error.Conflict("payment.trade_no_taken", "this trade number is already used");

    public static Error AmountDiffers { get; } =
        Error.Validation("amount", "invalid amount: it must equal the total of the order", "payment.amount_differs");

    public static Error CurrencyDiffers { get; } =
        Error.Validation("currency", "the currency must be that of the order", "payment.currency_differs");

    public static Error NoticeDiffers { get; } =
        new(ErrorKind.Validation, "payment.notice_differs", "the notice names no amount, or another currency than the attempt");

    public static Error Paid { get; } = Error.Conflict("order.paid", "money was paid for this order: it can be refunded, not cancelled");

    public static Error PaymentSettled { get; } = Error.Conflict("payment.settled", "the payment has succeeded already");

    public static Error NothingToRefund { get; } = Error.Validation("amount_cents", "nothing was paid for this order", "refund.nothing_paid");

    public static Error NotFromBalance { get; } =
        Error.Validation("payment_method", "only orders that were paid from the balance are refunded to it", "refund.not_from_balance");

    public static Error RefundTooHigh { get; } =
        Error.Validation("amount_cents", "more than what is left to refund", "refund.too_high");

    public static Error InWork { get; } = Error.Conflict("order.in_work", "the hosts of this order are being built");

    public static Error HasPayments { get; } = Error.Conflict(
        "order.has_payments", "somebody tried to pay this order: it can be archived with force=true, not removed");

    public static Error Archived { get; } = Error.Conflict("order.archived", "the order is archived");

    public static Error HasMoneyOrHost { get; } = Error.Conflict("order.in_use", "money or a host hangs on this order");

    public static Error Refunded { get; } = Error.Conflict("order.refunded", "money was refunded for this order");
}
