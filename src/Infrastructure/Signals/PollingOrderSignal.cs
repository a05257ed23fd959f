using VpsPanel.Application.Orders;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Infrastructure.Signals;

/// <summary>For a database that cannot call its clients: other nodes' changes are found by looking every second.</summary>
internal sealed class PollingOrderSignal(OrderWatches watches) : IOrderSignal
{
    public TimeSpan Patience { get; } = TimeSpan.FromSeconds(1);

    public IOrderWatch Watch(OrderId order) => watches.Add(order);
}
