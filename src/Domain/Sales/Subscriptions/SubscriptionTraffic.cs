namespace VpsPanel.Domain.Sales.Subscriptions;

/// <summary>How the traffic of a subscription stands.</summary>
/// <param name="Periods">Null for a pool.</param>
/// <param name="TotalBytes">0 for no limit.</param>
/// <param name="GrantedBytes">What of a pool was a gift.</param>
public sealed record SubscriptionTraffic(
    QuotaPeriods? Periods, DateTimeOffset PeriodStartedAt, long TotalBytes, long UsedBytes, long GrantedBytes)
{
    public bool IsLimited => TotalBytes > 0;

    /// <summary>What is left of a pool, less what was a gift: without the gift nobody would have more.</summary>
    public long PaidPoolBytes => Math.Max(0, Math.Max(0, TotalBytes - UsedBytes) - GrantedBytes);
}
