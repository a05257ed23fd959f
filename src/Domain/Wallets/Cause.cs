namespace VpsPanel.Domain.Wallets;

/// <summary>
/// What an entry was booked for. A wallet takes one entry of a kind per cause, so the same money never moves twice.
/// </summary>
/// <param name="RefType">The kind of thing, at most 32 characters.</param>
/// <param name="RefId">Its id.</param>
public sealed record Cause(string RefType, long RefId)
{
    /// <summary>An order paid from the wallet.</summary>
    public static Cause Order(long id) => new("order", id);

    /// <summary>One attempt to pay an order, for money that was collected but bought nothing.</summary>
    public static Cause OrderPayment(long id) => new("order_payment", id);

    /// <summary>What a gateway collected for an attempt above its amount.</summary>
    public static Cause PaymentExcess(long id) => new("payment_excess", id);

    /// <summary>Money that one notice tells of and that settled nothing.</summary>
    public static Cause PaymentNotice(long noticeId) => new("payment_notice", noticeId);

    /// <summary>Money given back for an order outside the flows below.</summary>
    public static Cause OrderRefund(long id) => new("order_refund", id);

    /// <summary>One refund of a plan order, of which there can be several.</summary>
    public static Cause PlanRefund(long refundId) => new("plan_refund", refundId);

    public static Cause WalletOrder(WalletOrderId id) => new("wallet_order", id.Value);

    /// <summary>The order that gives a host back.</summary>
    public static Cause VpsRefund(long orderId) => new("vps_refund", orderId);

    /// <summary>A host that an admin deleted.</summary>
    public static Cause VpsDeletion(long vpsId) => new("vps_deletion", vpsId);

    /// <summary>The order that makes a host smaller.</summary>
    public static Cause ResizeRefund(long orderId) => new("resize_refund", orderId);

    /// <summary>A correction by hand, counted by the entry it becomes, so that an admin can make many.</summary>
    internal static Cause AdminAdjust(long seq) => new("admin_adjust", seq);
}
