using System.Collections.Concurrent;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// Lets the followers of one order who have seen the same read together: a hint wakes all of them at once, and they would all ask the
/// same. Only what was asked after the last hint is shared, and only for a moment.
/// </summary>
internal sealed class SharedOrderEvents(TimeProvider clock)
{
    private const int MostKept = 10_000;

    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<OrderId, Read> _reads = new();

    /// <param name="hints">How many there had been when the caller woke up.</param>
    /// <param name="read">Asks the database. It is not given up when the caller leaves, since others wait for it.</param>
    /// <returns>What follows, at most one page; null when the order is gone.</returns>
    public async Task<IReadOnlyList<OrderEventView>?> After(
        OrderId order, UserId user, long after, long hints, Func<Task<IReadOnlyList<OrderEventView>?>> read)
    {
        var now = clock.GetTimestamp();
        var wanted = new Read(user, after, hints, now, new(read));
        var shared = _reads.AddOrUpdate(order, wanted, (_, known) => known.Answers(wanted) && clock.GetElapsedTime(known.At, now) < Age ? known : wanted);
        try
        {
            return await shared.Page.Value;
        }
        catch (Exception) when (!ReferenceEquals(shared, wanted))
        {
            // The one who asked has left, perhaps, and took with them what they asked through.
            return await read();
        }
        finally
        {
            if (shared.Page.Value.IsFaulted)
                _reads.TryRemove(new KeyValuePair<OrderId, Read>(order, shared));

            if (_reads.Count > MostKept)
                _reads.Clear();
        }
    }

    private sealed record Read(UserId User, long After, long Hints, long At, Lazy<Task<IReadOnlyList<OrderEventView>?>> Page)
    {
        public bool Answers(Read wanted) => (User, After, Hints) == (wanted.User, wanted.After, wanted.Hints);
    }
}
