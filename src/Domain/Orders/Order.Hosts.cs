using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Domain.Orders;

/// <content>The hosts that it buys or changes: their places in the stock, and their money.</content>
public sealed partial class Order
{
    /// <summary>The host that it changes while it is open. Unique, so a host has one such order at a time; null otherwise.</summary>
    public VpsId? OpenVpsId { get; private set; }

    /// <summary>The host that it changes; null for a purchase.</summary>
    public VpsId? ChangedVps => _items.Find(item => item.Change is not null)?.VpsId;

    /// <summary>What it holds in the stock.</summary>
    public IReadOnlyList<StockPlace> Places => [.. _items.Select(item => item.Place).OfType<StockPlace>()];

    /// <summary>The places that are held for items that have come to nothing so far, but for those whose hosts' rows are there.</summary>
    public IReadOnlyList<StockPlace> UnusedPlaces(IReadOnlyCollection<OrderItemId> withHosts) =>
        Status is OrderStatus.Canceled or OrderStatus.Rejected
            ? []
            : [.. _items.Where(item => item.Status != OrderItemStatus.Active && !withHosts.Contains(item.Id))
                .Select(item => item.Place).OfType<StockPlace>()];

    /// <summary>The row of the item's host is there.</summary>
    public void HostReserved(OrderItemId item, VpsId vps) => Item(item).Fill(vps);

    /// <summary>Money that was paid for the item's host goes to the wallet, in the same transaction.</summary>
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
