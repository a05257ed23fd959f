using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Domain.Proxies.Traffic;

/// <summary>Where a node's counters for a subscription stood when they were last believed.</summary>
public sealed class TrafficCounter
{
    /// <summary>Sums of a few of these stay far below where they overflow.</summary>
    public const long MaxBytes = 1_000_000_000_000_000_000;

    public const int MaxBootId = 64;

    private TrafficCounter()
    {
    }

    public NodeId NodeId { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    public string BootId { get; private set; } = "";

    /// <summary>0 before the first reading.</summary>
    public long Sequence { get; private set; }

    public long UploadBytes { get; private set; }

    public long DownloadBytes { get; private set; }

    /// <summary>What was counted in all, over every boot.</summary>
    public long CountedBytes { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }

    public static TrafficCounter For(NodeId node, SubscriptionId subscription) => new() { NodeId = node, SubscriptionId = subscription };

    /// <summary>
    /// The bytes that this reading adds, null when it is a repeat or came late. Each direction is a counter of its own: one that is
    /// smaller than before has started anew and counts from nothing, while the other goes on.
    /// </summary>
    public long? Accept(TrafficReading reading, DateTimeOffset now)
    {
        var isSameBoot = reading.BootId == BootId;
        if (isSameBoot && reading.Sequence <= Sequence)
            return null;

        var added = Grown(isSameBoot ? UploadBytes : 0, reading.UploadBytes) + Grown(isSameBoot ? DownloadBytes : 0, reading.DownloadBytes);
        BootId = reading.BootId;
        Sequence = reading.Sequence;
        UploadBytes = reading.UploadBytes;
        DownloadBytes = reading.DownloadBytes;
        CountedBytes = added > long.MaxValue - CountedBytes ? long.MaxValue : CountedBytes + added;
        ReportedAt = now;
        return added;
    }

    private static long Grown(long before, long now) => now >= before ? now - before : now;
}
