using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Provisioning.Work;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Wallets;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>The host has its new size; what goes back for a smaller one is paid now.</summary>
/// <param name="Host">What the upstream says of the host now; null when it could not be asked.</param>
internal sealed record RecordResize(JobClaim Claim, HostInfo? Host) : ICommand;

internal sealed class RecordResizeHandler(
    Workbench workbench, Payback payback, HostObserver observer, Reservations stock, IOrders orders, TimeProvider clock)
    : ICommandHandler<RecordResize>
{
    public async Task<Result> Handle(RecordResize command, CancellationToken ct)
    {
        var taken = await workbench.Take(command.Claim, withWallet: true, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var (bench, resize) = (taken.Value, (HostResize)taken.Value.Change);
        var paid = await payback.Pay(
            bench, Money.Yuan(resize.RefundCents), Cause.ResizeRefund(bench.Order.Id.Value), "resize refund", ct);
        if (!paid.IsSuccess)
            return paid;

        var amount = bench.Item.AmountCents > 0 ? bench.Item.AmountCents : -bench.Item.RefundedCents;
        bench.Vps.Resize(resize, bench.Item.Id, Money.Yuan(amount), clock.GetUtcNow(), await orders.PaidItems(bench.Vps.Id, ct));
        if (command.Host is { } host)
            observer.Note(bench.Vps, host, Detail.Everything);

        if (resize.PackageId != resize.FromPackageId)
            await stock.GiveBack([new StockPlace(null, resize.FromPackageId)], ct);

        return bench.Done();
    }
}
