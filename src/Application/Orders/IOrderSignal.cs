using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Orders;

/// <summary>
/// Hints that the history of an order has grown, from whichever node. A hint can be lost or come twice: the table is the truth, and a
/// hint only saves waiting for the next look.
/// </summary>
public interface IOrderSignal
{
    /// <summary>How long to wait at most before looking anyway.</summary>
    TimeSpan Patience { get; }

    /// <summary>Begin to watch before the first look, so that nothing falls between the two.</summary>
    IOrderWatch Watch(OrderId order);
}

/// <summary>One follower of one order; stops with its disposal.</summary>
public interface IOrderWatch : IDisposable
{
    /// <summary>Returns after a hint, also one that came before the call, or when the time is over.</summary>
    Task Wait(TimeSpan atMost, CancellationToken ct);
}
