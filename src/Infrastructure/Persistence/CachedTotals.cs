using System.Collections.Concurrent;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>
/// The sizes of long lists. Counting a million rows takes longer than reading the page that shows the number, and nobody sees
/// whether it is some seconds old. Short lists are counted each time.
/// </summary>
internal sealed class CachedTotals(TimeProvider clock)
{
    public const long Long = 10_000;

    public static readonly TimeSpan Age = TimeSpan.FromSeconds(15);

    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<object, Total> _totals = new();

    /// <summary>While one caller counts an old total again, the others are still given the old one.</summary>
    /// <param name="question">What is counted, compared by value.</param>
    public async Task<long> Get(object question, Func<Task<long>> count)
    {
        var now = clock.GetUtcNow();
        if (_totals.TryGetValue(question, out var known))
        {
            if (now - known.At < Age)
                return known.Rows;

            if (now - known.At < 2 * Age && !_totals.TryUpdate(question, known with { At = now }, known))
                return known.Rows;
        }

        var rows = await count();
        if (rows >= Long)
            Keep(question, new Total(rows, clock.GetUtcNow()));
        else
            _totals.TryRemove(question, out _);

        return rows;
    }

    private void Keep(object question, Total total)
    {
        if (_totals.Count >= MostKept)
            _totals.Clear();

        _totals[question] = total;
    }

    private sealed record Total(long Rows, DateTimeOffset At);
}
