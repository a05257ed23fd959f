namespace VpsPanel.Domain.Sales.Orders;

/// <summary>What an item does to a host.</summary>
public enum OrderItemAction
{
    Create,
    Renew,
    EmergencyRenew,
    Resize,
    Refund,

    /// <summary>No host: it opens or renews a subscription.</summary>
    Subscribe,
}
