namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>One follower of one order; stops with its disposal.</summary>
public interface IOrderSubscription : IDisposable
{
    /// <summary>Returns after a hint, also one that came before the call, or when the time is over.</summary>
    Task Wait(TimeSpan atMost, CancellationToken ct);
}
