using AutoMapper;
using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets.Commands;

[CommandName("wallet.request_recharge")]
public sealed record RequestRecharge(Yuan Amount, string Currency, string Note, RawJson? Meta, string? IdempotencyKey)
    : ICommand<WalletOrderView>, IIdempotent, IWalletRequest;

internal sealed class RequestRechargeValidator : WalletRequestValidator<RequestRecharge>;

internal sealed class RequestRechargeHandler(
    IWalletOrders orders, IRealNamePolicy gate, Currencies currencies, ICurrentActor actor, IMapper maps)
    : ICommandHandler<RequestRecharge, WalletOrderView>
{
    public async Task<Result<WalletOrderView>> Handle(RequestRecharge request, CancellationToken cancellationToken)
    {
        var allowed = await gate.Allow(actor.UserId, RealNameActions.WalletRecharge, cancellationToken);
        if (!allowed.IsSuccess)
            return allowed.Error;

        var amount = new Money(request.Amount.Cents, request.Currency);
        if (await currencies.Refuse(amount, "amount", cancellationToken) is { } failure)
            return failure;

        var submitted = WalletOrder.Recharge(actor.UserId, amount, request.Note, request.Meta?.Text);
        if (!submitted.IsSuccess)
            return submitted.Error;

        await orders.Add(submitted.Value, cancellationToken);
        return maps.Map<WalletOrderView>(submitted.Value);
    }
}
