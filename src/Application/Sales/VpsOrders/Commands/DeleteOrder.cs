using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Servers;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

/// <summary>Removes an order that nobody ever tried to pay; any other is archived, when forced.</summary>
/// <param name="Force">Also when money or a VPS hangs on it: the money goes to the wallet, the VPS is deleted.</param>
public sealed record DeleteOrder(OrderId Id, bool Force) : ICommand<DeletedOrder>, IAudited
{
    public AuditRecord Audit(object? answer) => new("order.delete", "order", Id.Value.ToString(), answer);
}

/// <param name="Status">As it was before.</param>
/// <param name="CreditedCents">What went to the wallet.</param>
public sealed record DeletedOrder(string OrderNo, string Status, long CreditedCents, bool Archived);

internal sealed class DeleteOrderHandler(
    OrderReview review, IOrders orders, IWallets wallets, IVpsRepository vpsRepository, Reservations stock, ICurrentActor actor,
    TimeProvider clock)
    : ICommandHandler<DeleteOrder, DeletedOrder>
{
    public async Task<Result<DeletedOrder>> Handle(DeleteOrder command, CancellationToken ct)
    {
        if (await review.FindForUpdate(command.Id, ct) is not { } order)
            return OrderErrors.NotFound;

        if (order.ArchivedAt is not null)
            return OrderErrors.Archived;

        var left = await vpsRepository.FindByItems([.. order.Items.Select(item => item.Id)], ct);
        if (!command.Force && (order.HoldsMoney || left.Count > 0))
            return OrderErrors.HasMoneyOrHost;

        if (!command.Force && order.HasPaymentHistory)
            return OrderErrors.HasPayments;

        var withdrawn = order.Withdraw([.. left.Select(vps => vps.Id.Value)]);
        if (!withdrawn.IsSuccess)
            return withdrawn.Error;

        var credited = await RefundToWallet(order, ct);
        if (!credited.IsSuccess)
            return credited.Error;

        await stock.Release(order.UnusedPlaces([.. left.Select(vps => vps.OrderItemId!.Value)]), ct);
        var deleted = new DeletedOrder(order.OrderNo, WireNames.Of(order.Status), credited.Value, order.HasPaymentHistory);
        if (!order.HasPaymentHistory)
        {
            orders.Remove(order);
            return deleted;
        }

        var archived = order.Archive(actor.Actor, clock.GetUtcNow());
        return archived.IsSuccess ? deleted : archived.Error;
    }

    private async Task<Result<long>> RefundToWallet(Order order, CancellationToken ct)
    {
        if (!order.HoldsMoney)
            return 0L;

        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, ct);
        if (await IsRefundedAlready(order, ct))
            return OrderErrors.Refunded;

        var held = order.RefundToWallet(clock.GetUtcNow());
        foreach (var payment in held)
        {
            var credited = wallet.Credit(
                EntryKind.Refund, LedgerReference.OrderPayment(payment.Id.Value), payment.Amount, $"{order.OrderNo} was deleted",
                clock.GetUtcNow());
            if (!credited.IsSuccess)
                return credited.Error;
        }

        return held.Sum(payment => payment.AmountCents);
    }

    /// <summary>Whether a refund of its VPS left less than this order paid for them; the rows of the VPS are held to be sure.</summary>
    private async Task<bool> IsRefundedAlready(Order order, CancellationToken ct)
    {
        foreach (var item in order.Items.Where(item => item is { VpsId: not null, Status: OrderItemStatus.Active, AmountCents: > 0 }))
        {
            _ = await vpsRepository.FindForUpdate(item.VpsId!.Value, ct);
            if ((await orders.PaymentsFor(item.VpsId.Value, ct)).Held.Cents < item.AmountCents)
                return true;
        }

        return false;
    }
}
