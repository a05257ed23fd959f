using VpsPanel.Application.Proxies.Traffic.Commands;
using VpsPanel.Domain.Proxies.Traffic;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Traffic;

/// <summary>A counter that can be believed.</summary>
internal sealed record ValidCounter(SubscriptionId Subscription, long UploadBytes, long DownloadBytes);

/// <summary>Parts the counters of a report that can be believed from those that cannot.</summary>
internal static class ValidCounters
{
    public static (IReadOnlyList<ValidCounter> Sound, IReadOnlyList<RejectedCounter> Rejected) Of(IReadOnlyList<UsedTraffic> counters)
    {
        var timesNamed = counters.Where(counter => counter.SubscriptionId is not null).CountBy(counter => counter.SubscriptionId!.Value)
            .ToDictionary();
        var (sound, rejected) = (new List<ValidCounter>(), new List<RejectedCounter>());
        foreach (var (index, counter) in counters.Index())
        {
            if (Validate(counter, timesNamed) is { } fault)
                rejected.Add(new RejectedCounter(index, counter.SubscriptionId, fault));
            else
                sound.Add(
                    new ValidCounter(
                        new SubscriptionId(counter.SubscriptionId!.Value), counter.UploadBytes!.Value, counter.DownloadBytes!.Value));
        }

        return (sound, rejected);
    }

    private static string? Validate(UsedTraffic counter, Dictionary<long, int> timesNamed)
    {
        if (counter.SubscriptionId is not { } subscription || counter.UploadBytes is not { } up || counter.DownloadBytes is not { } down)
            return "must have subscription_id, upload_bytes and download_bytes, each a whole number";

        // Which of the two is right cannot be known; the next report says it again.
        if (timesNamed[subscription] > 1)
            return "must name each subscription once";

        return IsBytes(up) && IsBytes(down) ? null : $"must have bytes from 0 to {TrafficCounter.MaxBytes}";
    }

    private static bool IsBytes(long bytes) => bytes is >= 0 and <= TrafficCounter.MaxBytes;
}
