namespace VpsPanel.Domain.Sales.Orders;

/// <summary>How the payment of a plan order stands.</summary>
public enum PaymentState
{
    Pending,
    Succeeded,
    Failed,
}
