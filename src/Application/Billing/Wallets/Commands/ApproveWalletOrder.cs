using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets.Commands;

public sealed record ApproveWalletOrder(WalletOrderId Id) : ICommand<ApprovedWalletOrder>, IAudited
{
    public AuditRecord Audit(object? answer)
    {
        var order = ((ApprovedWalletOrder)answer!).Order;
        return new AuditRecord(
            "wallet_order.approve", "wallet_order", Id.Value.ToString(), new { type = order.Type, amount = order.Amount.Cents });
    }
}

internal sealed class ApproveWalletOrderHandler(
    IWalletOrders orders, IWallets wallets, ICurrentActor actor, TimeProvider clock, IMapper maps)
    : ICommandHandler<ApproveWalletOrder, ApprovedWalletOrder>
{
    public async Task<Result<ApprovedWalletOrder>> Handle(ApproveWalletOrder request, CancellationToken cancellationToken)
    {
        if (await orders.FindForUpdate(request.Id, cancellationToken) is not { } order)
            return WalletErrors.OrderNotFound;

        if (OwnMoney.Refuse(actor.Actor, order.UserId) is { } own)
            return own;

        var now = clock.GetUtcNow();
        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, cancellationToken);
        if (order.Status != WalletOrderStatus.Approved && await wallets.HasEntry(wallet, order.EntryKind, order.Cause, cancellationToken))
            return WalletErrors.AlreadyBooked;

        var approved = order.Approve(actor.Actor, wallet, now);
        if (!approved.IsSuccess)
            return approved.Error;

        // The rows are stamped when they are stored, which is after this answer is made.
        return new ApprovedWalletOrder(
            maps.Map<WalletOrderView>(order) with { UpdatedAt = now }, maps.Map<WalletView>(wallet) with { UpdatedAt = now });
    }
}
