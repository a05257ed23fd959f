using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Refund;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Resize;

/// <summary>The VPS has its new size; what goes back for a smaller one is paid now.</summary>
/// <param name="Seen">What the upstream says of the VPS now; null when it could not be asked.</param>
internal sealed record RecordResize(JobClaim Claim, MachineSighting? Seen) : ICommand;

internal sealed class RecordResizeHandler(
    ChangeContextLoader loader, RefundPayment refunds, VpsObserver observer, Reservations stock, IOrders orders, TimeProvider clock)
    : ICommandHandler<RecordResize>
{
    public async Task<Result> Handle(RecordResize command, CancellationToken ct)
    {
        var taken = await loader.Load(command.Claim, withWallet: true, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var (context, resize) = (taken.Value, (VpsResize)taken.Value.Change);
        var paid = await refunds.Pay(
            context, Money.Yuan(resize.RefundCents), LedgerReference.ResizeRefund(context.Order.Id.Value), "resize refund", ct);
        if (!paid.IsSuccess)
            return paid;

        var amount = context.Item.AmountCents > 0 ? context.Item.AmountCents : -context.Item.RefundedCents;
        context.Vps.Resize(resize, context.Item.Id, Money.Yuan(amount), clock.GetUtcNow(), await orders.PaidItems(context.Vps.Id, ct));
        if (command.Seen is { } seen)
            observer.Apply(context.Vps, seen, Detail.Everything);

        if (resize.PackageId != resize.FromPackageId)
            await stock.Release([new StockReservation(null, resize.FromPackageId)], ct);

        return context.Done();
    }
}
