namespace VpsPanel.WebApi.Http.Network;

/// <summary>Tokens that grow back evenly. A value: whoever keeps it keeps others out while it takes; a new one is full.</summary>
internal readonly record struct TokenBucket(double Taken, DateTimeOffset At)
{
    // Minutes are fractions: whoever waited exactly as long as told must not be told again.
    private const double Tolerance = 1e-6;

    /// <summary>What is left of it, and how long to wait for a token; null when there was one.</summary>
    /// <param name="perMinute">Tokens that grow back in a minute; more than 0.</param>
    /// <param name="size">What a full bucket holds; more than 0.</param>
    public (TokenBucket Left, TimeSpan? Wait) Take(double perMinute, double size, DateTimeOffset now)
    {
        var taken = Missing(perMinute, now);
        return taken + 1 > size + Tolerance
            ? (new TokenBucket(taken, now), TimeSpan.FromMinutes((taken + 1 - size) / perMinute))
            : (new TokenBucket(taken + 1, now), null);
    }

    public bool IsFull(double perMinute, DateTimeOffset now) => Missing(perMinute, now) <= 0;

    private double Missing(double perMinute, DateTimeOffset now) =>
        Math.Max(0, Taken - (Math.Max(0, (now - At).TotalMinutes) * perMinute));
}
