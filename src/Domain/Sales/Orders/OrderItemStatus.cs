namespace VpsPanel.Domain.Sales.Orders;

public enum OrderItemStatus
{
    PendingPayment,
    PendingReview,
    Approved,
    Provisioning,
    Active,
    Failed,
    Rejected,
    Canceled,
}
