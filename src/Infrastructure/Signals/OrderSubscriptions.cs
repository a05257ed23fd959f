using System.Collections.Concurrent;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Infrastructure.Signals;

/// <summary>The followers on this node. What this node commits reaches them at once.</summary>
internal sealed class OrderSubscriptions : ICommitListener
{
    private readonly ConcurrentDictionary<OrderSubscription, OrderId> _watches = [];
    private readonly ConcurrentDictionary<OrderId, ConcurrentDictionary<OrderSubscription, bool>> _byOrder = [];
    private readonly Lock _gate = new();

    public static IEnumerable<OrderId> Grown(IReadOnlyList<CommittedEvent> events) =>
        events.Where(committed => committed.Event is OrderEvent).Select(committed => ((Order)committed.Source).Id).Distinct();

    public IOrderSubscription Add(OrderId order)
    {
        var watch = new OrderSubscription(this);
        lock (_gate)
        {
            _watches[watch] = order;
            _byOrder.GetOrAdd(order, _ => [])[watch] = true;
        }

        return watch;
    }

    public void Wake(OrderId order)
    {
        if (!_byOrder.TryGetValue(order, out var watches))
            return;

        foreach (var (watch, _) in watches)
            watch.Wake();
    }

    /// <summary>After hints may have been lost.</summary>
    public void WakeAll()
    {
        foreach (var (watch, _) in _watches)
            watch.Wake();
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
            if (!_watches.TryRemove(watch, out var order) || !_byOrder.TryGetValue(order, out var watches))
                return;

            watches.TryRemove(watch, out _);
            if (watches.IsEmpty)
                _byOrder.TryRemove(order, out _);
        }
    }

    private sealed class OrderSubscription(OrderSubscriptions home) : IOrderSubscription
    {
        private readonly SemaphoreSlim _hint = new(0);

        // Two hints at once may both be kept, which costs one look more.
        public void Wake()
        {
            if (_hint.CurrentCount == 0)
                _hint.Release();
        }

        public Task Wait(TimeSpan atMost, CancellationToken ct) => _hint.WaitAsync(atMost, ct);

        // The semaphore holds nothing that needs disposal, and a late hint must not meet a disposed one.
        public void Dispose() => home.Remove(this);
    }
}
