using VpsPanel.Domain.Orders;

namespace VpsPanel.Domain.Subscriptions;

/// <summary>Why a subscription lasts longer.</summary>
public enum GrantKind
{
    Order,
    Admin,
}

/// <summary>Time and traffic that were paid for or given away.</summary>
/// <param name="OrderId">The order that paid; null for a gift.</param>
/// <param name="TrafficBytes">For an order 0 means no limit; for a gift it means none.</param>
public sealed record Grant(GrantKind Kind, OrderId? OrderId, TimeSpan Time, long TrafficBytes, string GrantedBy)
{
    public static Grant Paid(OrderId order, int days, long trafficBytes) =>
        new(GrantKind.Order, order, TimeSpan.FromDays(days), trafficBytes, "");

    public static Grant Gift(TimeSpan time, long trafficBytes, string by) => new(GrantKind.Admin, null, time, trafficBytes, by);
}

/// <summary>One line of where a subscription's end comes from: written once, never changed. An order has one at most.</summary>
public sealed class SubscriptionGrant
{
    private SubscriptionGrant()
    {
    }

    public SubscriptionGrantId Id { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    public GrantKind Kind { get; private set; }

    public OrderId? OrderId { get; private set; }

    public DateTimeOffset ExpiresBefore { get; private set; }

    public DateTimeOffset ExpiresAfter { get; private set; }

    public long TrafficBytes { get; private set; }

    /// <summary>The admin's or key's name; empty for an order.</summary>
    public string GrantedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    internal static SubscriptionGrant Of(Subscription subscription, Grant grant, DateTimeOffset expiresAfter, DateTimeOffset now) => new()
    {
        SubscriptionId = subscription.Id,
        Kind = grant.Kind,
        OrderId = grant.OrderId,
        ExpiresBefore = subscription.ExpiresAt,
        ExpiresAfter = expiresAfter,
        TrafficBytes = grant.TrafficBytes,
        GrantedBy = grant.GrantedBy,
        CreatedAt = now,
    };
}
