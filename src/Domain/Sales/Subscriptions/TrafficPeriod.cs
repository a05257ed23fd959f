using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Subscriptions;

public readonly record struct TrafficPeriodId(long Value) : IId<TrafficPeriodId>
{
    public static TrafficPeriodId From(long value) => new(value);
}

/// <summary>What was used in a period of a subscription that is over: written once, never changed.</summary>
public sealed class TrafficPeriod
{
    private TrafficPeriod()
    {
    }

    public TrafficPeriodId Id { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset EndedAt { get; private set; }

    /// <summary>What could be used; 0 for no limit.</summary>
    public long TotalBytes { get; private set; }

    public long UsedBytes { get; private set; }

    internal static TrafficPeriod Of(Subscription subscription, DateTimeOffset endedAt) => new()
    {
        SubscriptionId = subscription.Id,
        StartedAt = subscription.PeriodStartedAt,
        EndedAt = endedAt,
        TotalBytes = subscription.TrafficTotalBytes,
        UsedBytes = subscription.TrafficUsedBytes,
    };
}
