using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>One event of an order's public history.</summary>
internal sealed class OrderEventRow
{
    public long Id { get; private set; }

    public OrderId OrderId { get; private set; }

    public long Seq { get; private set; }

    public string Type { get; private set; } = "";

    public string Data { get; private set; } = "{}";

    public DateTimeOffset CreatedAt { get; private set; }

    public static OrderEventRow Of(OrderId order, OrderEvent happened, DateTimeOffset now)
    {
        var (type, data) = OrderStream.Describe(happened);
        return new() { OrderId = order, Seq = happened.Seq, Type = type, Data = StoredJson.Write(data), CreatedAt = now };
    }
}

/// <summary>Writes the public history in the transaction that makes it, so that it can neither lag nor lie.</summary>
internal sealed class OrderEventRecorder(TimeProvider clock) : IEventRecorder
{
    public IEnumerable<object> Rows(AggregateRoot source, IDomainEvent happened) =>
        happened is OrderEvent told ? [OrderEventRow.Of(((Order)source).Id, told, clock.GetUtcNow())] : [];
}
