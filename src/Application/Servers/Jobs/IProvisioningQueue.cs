using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>
/// The background jobs that make the tries. Each is queued by the commit that made its row due; this finds the rows whose job was
/// never queued or is lost.
/// </summary>
public interface IProvisioningQueue
{
    /// <summary>Queues a background job for every overdue row that has none; how many rows were overdue.</summary>
    /// <param name="only">Null for rows of every kind.</param>
    Task<int> EnqueueOverdue(OrderItemAction? only, int atMost, CancellationToken ct);

    /// <summary>When the next row will be overdue; null while no row is open.</summary>
    /// <param name="only">Null for rows of every kind.</param>
    Task<DateTimeOffset?> NextOverdue(OrderItemAction? only, CancellationToken ct);
}
