using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Domain.Sales.Subscriptions;

/// <summary>Time and traffic that were paid for or given away.</summary>
/// <param name="OrderId">The order that paid; null for a gift.</param>
/// <param name="TrafficBytes">For an order 0 means no limit; for a gift it means none.</param>
public sealed record Grant(GrantKind Kind, OrderId? OrderId, TimeSpan Time, long TrafficBytes, string GrantedBy)
{
    /// <summary>When the plan's traffic comes back; then <see cref="TrafficBytes"/> is the quota of one period.</summary>
    public QuotaReset Reset { get; init; }

    public static Grant Paid(OrderId order, int days, long trafficBytes, QuotaReset reset = QuotaReset.None) =>
        new(GrantKind.Order, order, TimeSpan.FromDays(days), trafficBytes, "") { Reset = reset };

    public static Grant Gift(TimeSpan time, long trafficBytes, string by) => new(GrantKind.Admin, null, time, trafficBytes, by);
}
