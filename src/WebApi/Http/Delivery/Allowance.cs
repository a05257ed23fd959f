namespace VpsPanel.WebApi.Http.Delivery;

/// <summary>How often one subscription may be fetched: a full bucket holds the fetches of a minute, which grow back evenly.</summary>
internal sealed class Allowance(TimeProvider clock)
{
    // Minutes are fractions: whoever waited exactly as long as told must not be told again.
    private const double Tolerance = 1e-6;

    private readonly Lock _gate = new();
    private double _used;
    private DateTimeOffset _at;

    /// <summary>Null when one more is allowed, otherwise how long to wait for it.</summary>
    /// <param name="perMinute">0 for no limit.</param>
    public TimeSpan? Take(long perMinute)
    {
        if (perMinute == 0)
            return null;

        var now = clock.GetUtcNow();
        lock (_gate)
        {
            _used = Math.Max(0, _used - (Math.Max(0, (now - _at).TotalMinutes) * perMinute));
            _at = now;
            if (_used + 1 > perMinute + Tolerance)
                return TimeSpan.FromMinutes((_used + 1 - perMinute) / perMinute);

            _used++;
            return null;
        }
    }
}
