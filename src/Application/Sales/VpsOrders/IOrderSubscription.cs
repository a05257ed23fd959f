namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>One follower of one order; stops with its disposal.</summary>
public interface IOrderSubscription : IDisposable
{
    /// <summary>How many hints the followers of this order were given: what was read since the last one says all that it was about.</summary>
    long Hints { get; }

    /// <summary>True after a hint, also one that came before the call; false when the time is over.</summary>
    Task<bool> Wait(TimeSpan atMost, CancellationToken ct);
}
