using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Traffic;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Traffic;

/// <summary>What the nodes counted. Lock order: node, then subscriptions by id.</summary>
public interface ITrafficStore
{
    /// <summary>Holds the node until the transaction ends, so that its reports queue up; false when there is none.</summary>
    Task<bool> Hold(NodeId node, CancellationToken ct);

    /// <summary>Holds these subscriptions until the transaction ends, and says which of them there are.</summary>
    Task<IReadOnlySet<SubscriptionId>> Hold(IReadOnlyList<SubscriptionId> subscriptions, CancellationToken ct);

    /// <summary>Lets the quotas of these subscriptions come back whose time has come. Hold them first.</summary>
    Task BeginQuotaPeriods(IReadOnlyList<SubscriptionId> subscriptions, BillingCalendar calendar, DateTimeOffset now, CancellationToken ct);

    /// <summary>Whether the boot is the node's current one; a boot that was never heard of becomes it. Hold the node first.</summary>
    Task<bool> IsCurrent(NodeId node, string bootId, DateTimeOffset now, CancellationToken ct);

    Task<IReadOnlyDictionary<SubscriptionId, TrafficCounter>> Counters(
        NodeId node, IReadOnlyList<SubscriptionId> subscriptions, CancellationToken ct);

    /// <summary>Stores where the counters stand now, and what their subscriptions used by it: one statement for each table.</summary>
    /// <param name="added">Bytes, above 0; none of a subscription that used nothing.</param>
    Task Write(
        NodeId node, IReadOnlyList<TrafficCounter> counters, IReadOnlyCollection<KeyValuePair<SubscriptionId, long>> added,
        CancellationToken ct);
}
