using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Subscriptions;

/// <summary>One line of where a subscription's end comes from: written once, never changed. An order has one at most.</summary>
public sealed class SubscriptionGrant
{
    private SubscriptionGrant()
    {
    }

    public SubscriptionGrantId Id { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    /// <summary>Which of the plans that the subscription had it belongs to.</summary>
    public int TermsNumber { get; private set; }

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
        TermsNumber = subscription.TermsNumber,
        Kind = grant.Kind,
        OrderId = grant.OrderId,
        ExpiresBefore = subscription.ExpiresAt,
        ExpiresAfter = expiresAfter,
        TrafficBytes = grant.TrafficBytes,
        GrantedBy = grant.GrantedBy,
        CreatedAt = now,
    };
}
