using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Domain.Sales.Orders;

/// <content>The VPS that it buys or changes: their places in the stock, and their money.</content>
public sealed partial class Order
{
    /// <summary>The VPS that it changes while it is open. Unique, so a VPS has one such order at a time; null otherwise.</summary>
    public VpsId? OpenVpsId { get; private set; }

    /// <summary>The VPS that it changes; null for a purchase.</summary>
    public VpsId? ChangedVps => _items.Find(item => item.Change is not null)?.VpsId;

    /// <summary>What it holds in the stock.</summary>
    public IReadOnlyList<StockReservation> Places => [.. _items.Select(item => item.Place).OfType<StockReservation>()];

    /// <summary>The places that are held for items that have come to nothing so far, but for those whose VPS' rows are there.</summary>
    public IReadOnlyList<StockReservation> UnusedPlaces(IReadOnlyCollection<OrderItemId> withHosts) =>
        Status is OrderStatus.Canceled or OrderStatus.Rejected
            ? []
            : [.. _items.Where(item => item.Status != OrderItemStatus.Active && !withHosts.Contains(item.Id))
                .Select(item => item.Place).OfType<StockReservation>()];

    /// <summary>The row of the item's VPS is there.</summary>
    public void HostReserved(OrderItemId item, VpsId vps) => Item(item).Fill(vps);

    /// <summary>Money that was paid for the item's VPS goes to the wallet, in the same transaction.</summary>
    public void Refund(OrderItemId item, Money amount)
    {
        if (!amount.IsPositive || amount.Currency != Currency)
            throw new InvalidOperationException($"{amount} cannot be refunded for {OrderNo}.");

        Item(item).Refund(amount.Cents);
    }

    private static bool IsOpen(OrderStatus status) => status
        is OrderStatus.PendingPayment or OrderStatus.PendingReview or OrderStatus.Approved or OrderStatus.Provisioning;

    private OrderItem Item(OrderItemId id) => _items.Find(item => item.Id == id)
        ?? throw new InvalidOperationException($"{OrderNo} has no item {id.Value}.");
}
