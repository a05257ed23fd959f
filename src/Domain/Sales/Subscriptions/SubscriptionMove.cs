namespace VpsPanel.Domain.Sales.Subscriptions;

public enum SubscriptionMove
{
    Disable,
    Enable,
    Expire,
    Renew,
}
