using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Domain.Sales.Subscriptions;

/// <summary>What a subscription is called and allows, as its plan was when it was opened.</summary>
public sealed record SubscriptionTerms(PlanId? PlanId, string Name, string PlanName, int DevicesLimit)
{
    /// <summary>When its traffic comes back.</summary>
    public QuotaReset Reset { get; init; }

    /// <summary>For traffic: sums stay far below where they overflow.</summary>
    public const long MaxTraffic = 1_000_000_000_000_000_000;

    /// <summary>No subscription ends later, so that dates never overflow.</summary>
    public static DateTimeOffset Latest { get; } = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
