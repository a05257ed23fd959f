using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets.Commands;

public sealed record RejectWalletOrder(WalletOrderId Id, string Reason) : ICommand<WalletOrderView>, IAudited
{
    public AuditRecord Audit(object? answer)
    {
        var order = (WalletOrderView)answer!;
        return new AuditRecord(
            "wallet_order.reject",
            "wallet_order",
            Id.Value.ToString(),
            new { type = order.Type, amount = order.Amount.Cents, reason = Reason });
    }
}

internal sealed class RejectWalletOrderValidator : AbstractValidator<RejectWalletOrder>
{
    public RejectWalletOrderValidator() => RuleFor(command => command.Reason).MaximumLength(WalletOrder.MaxReason);
}

internal sealed class RejectWalletOrderHandler(
    IWalletOrders orders, IWallets wallets, ICurrentActor actor, TimeProvider clock, IMapper maps)
    : ICommandHandler<RejectWalletOrder, WalletOrderView>
{
    public async Task<Result<WalletOrderView>> Handle(RejectWalletOrder request, CancellationToken cancellationToken)
    {
        if (await orders.FindForUpdate(request.Id, cancellationToken) is not { } order)
            return WalletErrors.OrderNotFound;

        if (OwnMoney.Refuse(actor.Actor, order.UserId) is { } own)
            return own;

        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, cancellationToken);
        var rejected = order.Reject(actor.Actor, wallet, request.Reason);
        if (!rejected.IsSuccess)
            return rejected.Error;

        // The row is stamped when it is stored, which is after this answer is made.
        return maps.Map<WalletOrderView>(order) with { UpdatedAt = clock.GetUtcNow() };
    }
}
