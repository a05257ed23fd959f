using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>
/// Hints that the history of an order has grown, from whichever node. A hint can be lost or come twice: the table is the truth, and a
/// hint only saves waiting for the next look.
/// </summary>
public interface IOrderSignal
{
    /// <summary>How long to wait at most before looking anyway; shorter while hints may be lost.</summary>
    TimeSpan PollInterval { get; }

    /// <summary>Begin to watch before the first look, so that nothing falls between the two.</summary>
    IOrderSubscription Subscribe(OrderId order);
}
