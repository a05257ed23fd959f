using System.Collections.Concurrent;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Infrastructure.Signals;

/// <summary>The followers on this node. What this node commits reaches them at once.</summary>
internal sealed class OrderSubscriptions : ICommitListener
{
    private readonly ConcurrentDictionary<OrderId, Followers> _byOrder = [];
    private readonly Lock _gate = new();

    /// <summary>Orders whose followers have something to read, or to learn that there is nothing left.</summary>
    public static IEnumerable<OrderId> Grown(IReadOnlyList<CommittedEvent> events) =>
        events.Where(committed => committed.Event is OrderEvent or OrderDeleted).Select(committed => ((Order)committed.Source).Id).Distinct();

    public IOrderSubscription Add(OrderId order)
    {
        lock (_gate)
        {
            var followers = _byOrder.GetOrAdd(order, _ => new Followers());
            var watch = new OrderSubscription(this, order, followers);
            followers.All[watch] = true;
            return watch;
        }
    }

    public void Wake(OrderId order)
    {
        if (_byOrder.TryGetValue(order, out var followers))
            followers.Wake();
    }

    /// <summary>After hints may have been lost.</summary>
    public void WakeAll()
    {
        foreach (var (_, followers) in _byOrder)
            followers.Wake();
    }

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        foreach (var order in Grown(events))
            Wake(order);
    }

    private void Remove(OrderSubscription watch)
    {
        lock (_gate)
        {
            watch.Followers.All.TryRemove(watch, out _);
            if (watch.Followers.All.IsEmpty)
                _byOrder.TryRemove(watch.Order, out _);
        }
    }

    private sealed class Followers
    {
        private long _hints;

        public ConcurrentDictionary<OrderSubscription, bool> All { get; } = [];

        public long Hints => Volatile.Read(ref _hints);

        public void Wake()
        {
            // Counted first: who wakes up must not take what was read before for the answer.
            Interlocked.Increment(ref _hints);
            foreach (var (watch, _) in All)
                watch.Wake();
        }
    }

    private sealed class OrderSubscription(OrderSubscriptions home, OrderId order, Followers followers) : IOrderSubscription
    {
        private readonly SemaphoreSlim _hint = new(0);

        public OrderId Order => order;

        public Followers Followers => followers;

        public long Hints => followers.Hints;

        // Two hints at once may both be kept, which costs one look more.
        public void Wake()
        {
            if (_hint.CurrentCount == 0)
                _hint.Release();
        }

        public Task<bool> Wait(TimeSpan atMost, CancellationToken ct) => _hint.WaitAsync(atMost, ct);

        // The semaphore holds nothing that needs disposal, and a late hint must not meet a disposed one.
        public void Dispose() => home.Remove(this);
    }
}
