namespace VpsPanel.Domain.Billing.Wallets;

/// <summary>
/// What an entry was booked for. A wallet takes one entry of a kind per cause, so the same money never moves twice.
/// </summary>
/// <param name="RefType">The kind of thing, at most 32 characters.</param>
/// <param name="RefId">Its id.</param>
public sealed record LedgerReference(string RefType, long RefId)
{
    /// <summary>An order paid from the wallet.</summary>
    public static LedgerReference Order(long id) => new("order", id);

    /// <summary>One attempt to pay an order, for money that was collected but bought nothing.</summary>
    public static LedgerReference OrderPayment(long id) => new("order_payment", id);

    /// <summary>What a gateway collected for an attempt above its amount.</summary>
    public static LedgerReference PaymentExcess(long id) => new("payment_excess", id);

    /// <summary>Money that one notice tells of and that settled nothing.</summary>
    public static LedgerReference PaymentNotice(long noticeId) => new("payment_notice", noticeId);

    /// <summary>Money that matched nothing until an admin said whose it is.</summary>
    public static LedgerReference SuspensePayment(long id) => new("suspense_payment", id);

    /// <summary>Money given back for an order outside the flows below.</summary>
    public static LedgerReference OrderRefund(long id) => new("order_refund", id);

    /// <summary>One refund of a plan order, of which there can be several.</summary>
    public static LedgerReference PlanRefund(long refundId) => new("plan_refund", refundId);

    public static LedgerReference WalletOrder(WalletOrderId id) => new("wallet_order", id.Value);

    /// <summary>The order that gives a VPS back.</summary>
    public static LedgerReference VpsRefund(long orderId) => new("vps_refund", orderId);

    /// <summary>A VPS that an admin deleted.</summary>
    public static LedgerReference VpsDeletion(long vpsId) => new("vps_deletion", vpsId);

    /// <summary>The order that makes a VPS smaller.</summary>
    public static LedgerReference ResizeRefund(long orderId) => new("resize_refund", orderId);

    /// <summary>A correction by hand, counted by the entry it becomes, so that an admin can make many.</summary>
    internal static LedgerReference AdminAdjust(long seq) => new("admin_adjust", seq);
}
