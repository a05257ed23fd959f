using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Signals;

/// <summary>For a database that cannot call its clients: other nodes' changes are found by looking every two seconds.</summary>
internal sealed class PollingOrderSignal(OrderSubscriptions watches) : IOrderSignal
{
    public TimeSpan PollInterval { get; } = TimeSpan.FromSeconds(2);

    public IOrderSubscription Subscribe(OrderId order) => watches.Add(order);
}
