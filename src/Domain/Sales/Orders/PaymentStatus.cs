namespace VpsPanel.Domain.Sales.Orders;

public enum PaymentStatus
{
    PendingPayment,
    PendingReview,
    Approved,
    Rejected,
}
