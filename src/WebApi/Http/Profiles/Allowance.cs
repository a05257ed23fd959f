using VpsPanel.WebApi.Http.Network;

namespace VpsPanel.WebApi.Http.Profiles;

/// <summary>How often one subscription may be fetched: a full bucket holds the fetches of a minute.</summary>
internal sealed class Allowance(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private TokenBucket _bucket;

    /// <summary>Null when one more is allowed, otherwise how long to wait for it.</summary>
    /// <param name="perMinute">0 for no limit.</param>
    public TimeSpan? Take(long perMinute)
    {
        if (perMinute == 0)
            return null;

        lock (_gate)
        {
            (_bucket, var wait) = _bucket.Take(perMinute, perMinute, clock.GetUtcNow());
            return wait;
        }
    }
}
