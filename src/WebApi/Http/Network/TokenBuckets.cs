using System.Net;
using System.Net.Sockets;

namespace VpsPanel.WebApi.Http.Network;

/// <summary>
/// One bucket of tokens per caller; a call takes one, and they grow back evenly. Remembers at most <see cref="MaxCallers"/>: when so
/// many are busy at once, the strangers among them share a bucket.
/// </summary>
/// <param name="perMinute">Tokens that grow back in a minute; more than 0.</param>
/// <param name="burst">What a full bucket holds; more than 0.</param>
internal sealed class TokenBuckets(int perMinute, int burst, TimeProvider clock)
{
    public const int MaxCallers = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, TokenBucket> _buckets = [];
    private DateTimeOffset _swept;

    public int Count
    {
        get
        {
            lock (_gate)
                return _buckets.Count;
        }
    }

    /// <summary>Null when the caller had a token, otherwise how long it has to wait for the next.</summary>
    public TimeSpan? Take(IPAddress caller)
    {
        var now = clock.GetUtcNow();
        var who = Household(caller);
        lock (_gate)
        {
            if (!_buckets.ContainsKey(who) && _buckets.Count >= MaxCallers)
                DropFull(now);

            if (!_buckets.ContainsKey(who) && _buckets.Count >= MaxCallers)
                who = IPAddress.None;

            (_buckets[who], var wait) = _buckets.GetValueOrDefault(who).Take(perMinute, burst, now);
            return wait;
        }
    }

    private void DropFull(DateTimeOffset now)
    {
        // Not on every call of a flood: that would be work for the flood's sake.
        if (now - _swept < TimeSpan.FromSeconds(1))
            return;

        _swept = now;
        foreach (var (who, bucket) in _buckets)
        {
            if (bucket.IsFull(perMinute, now))
                _buckets.Remove(who);
        }
    }

    /// <summary>An IPv6 caller owns a whole /64 and could come from another address each time.</summary>
    private static IPAddress Household(IPAddress caller)
    {
        if (caller.AddressFamily != AddressFamily.InterNetworkV6)
            return caller;

        var bytes = caller.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
