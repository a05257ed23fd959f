using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>What a profile says of its subscription.</summary>
/// <param name="Version">Counts the changes of the subscription.</param>
/// <param name="Secret">What credentials are derived from.</param>
/// <param name="TrafficTotalBytes">0 for no limit.</param>
internal sealed record ProfileOwner(
    long Id,
    long Version,
    string Name,
    string PlanName,
    SubscriptionStatus Status,
    string Token,
    string Secret,
    DateTimeOffset ExpiresAt,
    long TrafficTotalBytes,
    long TrafficUsedBytes,
    int DevicesLimit,
    IReadOnlyList<long> AvailableTemplateIds)
{
    /// <summary>When the traffic comes back; null for never, or when that is not worked out yet.</summary>
    public DateTimeOffset? NextResetAt { get; init; }

    /// <summary>Null for no limit.</summary>
    public long? TrafficRemainingBytes => TrafficTotalBytes == 0 ? null : Math.Max(0, TrafficTotalBytes - TrafficUsedBytes);

    /// <summary>Why there is nothing to use now, in words for the customer; null when there is.</summary>
    /// <param name="words">The customer's language; English when missing.</param>
    public string? Obstacle(DateTimeOffset now, MessageWords? words = null)
    {
        words ??= MessageWords.English;
        return Status switch
        {
            SubscriptionStatus.Disabled => words.Disabled,
            _ when Status == SubscriptionStatus.Expired || ExpiresAt <= now => words.Expired(ExpiresAt),
            _ when TrafficRemainingBytes == 0 => words.UsedUp,
            _ => null,
        };
    }
}

/// <summary>What a profile says of the site that it comes from.</summary>
/// <param name="Url">Without a slash at the end; empty when the site has no public address.</param>
internal sealed record ProfileSite(string Name, string Url, int UpdateHours);

/// <summary>A body that is ready to be sent.</summary>
/// <param name="ETag">With its quotes; the same for the same body of the same template edition on every node.</param>
internal sealed record ProfileBody(byte[] Utf8, string ETag, string ContentType);
