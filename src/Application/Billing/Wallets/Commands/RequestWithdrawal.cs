using AutoMapper;
using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets.Commands;

[CommandName("wallet.request_withdrawal")]
public sealed record RequestWithdrawal(Yuan Amount, string Currency, string Note, RawJson? Meta, string? IdempotencyKey)
    : ICommand<WalletOrderView>, IIdempotent, IWalletRequest;

internal sealed class RequestWithdrawalValidator : WalletRequestValidator<RequestWithdrawal>;

internal sealed class RequestWithdrawalHandler(
    IWallets wallets, IWalletOrders orders, IRealNamePolicy gate, Currencies currencies, ICurrentActor actor, IMapper maps)
    : ICommandHandler<RequestWithdrawal, WalletOrderView>
{
    public async Task<Result<WalletOrderView>> Handle(RequestWithdrawal request, CancellationToken cancellationToken)
    {
        var allowed = await gate.Allow(actor.UserId, RealNameActions.WalletWithdraw, cancellationToken);
        if (!allowed.IsSuccess)
            return allowed.Error;

        var amount = new Money(request.Amount.Cents, request.Currency);
        if (await currencies.RefuseUnlessHeld(actor.UserId, amount, "amount", cancellationToken) is { } failure)
            return failure;

        var wallet = await wallets.ForUpdate(actor.UserId, request.Currency, cancellationToken);
        var submitted = WalletOrder.Withdraw(wallet, amount, request.Note, request.Meta?.Text);
        if (!submitted.IsSuccess)
            return submitted.Error;

        await orders.Add(submitted.Value, cancellationToken);
        return maps.Map<WalletOrderView>(submitted.Value);
    }
}
