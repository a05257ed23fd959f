namespace VpsPanel.Domain.Sales.Subscriptions;

/// <summary>Why a subscription lasts longer.</summary>
public enum GrantKind
{
    Order,
    Admin,
}
