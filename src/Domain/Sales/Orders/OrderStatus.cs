namespace VpsPanel.Domain.Sales.Orders;

/// <summary>The statuses of both kinds of order; which belong together is in <see cref="OrderFlows"/>.</summary>
public enum OrderStatus
{
    Draft,
    PendingPayment,
    PendingReview,
    Rejected,
    Approved,
    Provisioning,
    Active,
    Failed,
    Canceled,
    Paid,
    PaymentFailed,
    Cancelled,
    PartiallyRefunded,
    Refunded,
}
