using System.Collections.Concurrent;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>
/// The sizes of long lists. Counting a million rows takes longer than reading the page that shows the number, and nobody sees
/// whether it is some seconds old. Short lists are counted each time; for a long one the last number is answered, or an estimate where
/// there is none yet, and it is counted meanwhile.
/// </summary>
internal sealed class CachedTotals(TimeProvider clock)
{
    /// <summary>A list of so many rows is long.</summary>
    public const int Long = 10_000;

    public static readonly TimeSpan Age = TimeSpan.FromSeconds(15);

    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<object, Total> _totals = new();
    private readonly ConcurrentDictionary<object, bool> _counting = new();

    /// <param name="question">What is counted, compared by value.</param>
    /// <param name="countSome">Counts to <see cref="Long"/> and stops there.</param>
    /// <param name="estimate">What the database thinks; null when it cannot say.</param>
    /// <param name="countAll">Counts every row, for as long as it takes. It outlives the request.</param>
    public async Task<long> Get(object question, Func<Task<long>> countSome, Func<Task<long?>> estimate, Func<Task<long>> countAll)
    {
        if (_totals.TryGetValue(question, out var known))
        {
            if (clock.GetUtcNow() - known.At >= Age)
                _ = CountMeanwhile(question, countAll);

            return known.Rows;
        }

        var some = await countSome();
        if (some < Long)
            return some;

        if (await estimate() is not { } rows)
            return await CountMeanwhile(question, countAll) ?? some;

        _ = CountMeanwhile(question, countAll);
        return Math.Max(rows, some);
    }

    /// <summary>Null when somebody counts already, or when it fails: the next one who asks tries again.</summary>
    private async Task<long?> CountMeanwhile(object question, Func<Task<long>> countAll)
    {
        if (!_counting.TryAdd(question, true))
            return null;

        try
        {
            var rows = await countAll();
            if (rows >= Long)
                Keep(question, new Total(rows, clock.GetUtcNow()));
            else
                _totals.TryRemove(question, out _);

            return rows;
        }
        catch (Exception error) when (error is System.Data.Common.DbException or TimeoutException)
        {
            return null;
        }
        finally
        {
            _counting.TryRemove(question, out _);
        }
    }

    private void Keep(object question, Total total)
    {
        if (_totals.Count >= MostKept)
            _totals.Clear();

        _totals[question] = total;
    }

    private sealed record Total(long Rows, DateTimeOffset At);
}
