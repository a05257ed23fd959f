using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Subscriptions;

/// <summary>Time of a subscription that one order paid for.</summary>
/// <param name="TrafficBytes">What came with it, of one period where the traffic comes back; 0 for no limit.</param>
/// <param name="PaidCents">What it cost, with what a change of the plan before gave for it.</param>
/// <param name="TakenBackCents">What was refunded of that, or given for another plan.</param>
public sealed record PaidPeriod(
    OrderId OrderId, DateTimeOffset From, DateTimeOffset Until, long TrafficBytes, long PaidCents, long TakenBackCents)
{
    /// <summary>What can still be given back, in cents.</summary>
    public long LeftCents => Math.Max(0, PaidCents - TakenBackCents);
}
