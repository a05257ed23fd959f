using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets.Commands;

/// <param name="Amount">Negative takes money out.</param>
[CommandName("wallet.adjust")]
public sealed record AdjustWallet(UserId UserId, Yuan Amount, string Currency, string Note, string? IdempotencyKey)
    : ICommand<WalletView>, IIdempotent, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("wallet.adjust", "user", UserId.Value.ToString(), new { amount = Amount.Cents, currency = Currency, note = Note });
}

internal sealed class AdjustWalletValidator : AbstractValidator<AdjustWallet>
{
    public AdjustWalletValidator()
    {
        RuleFor(command => command.Currency).IsCurrency();
        RuleFor(command => command.Note).MaximumLength(WalletOrder.MaxNote);
    }
}

internal sealed class AdjustWalletHandler(IWallets wallets, IUsers users, Currencies currencies, ICurrentActor actor, TimeProvider clock, IMapper maps)
    : ICommandHandler<AdjustWallet, WalletView>
{
    public async Task<Result<WalletView>> Handle(AdjustWallet request, CancellationToken cancellationToken)
    {
        if (await users.Find(request.UserId, cancellationToken) is null)
            return WalletErrors.UserNotFound;

        if (OwnMoney.Refuse(actor.Actor, request.UserId) is { } own)
            return own;

        var amount = new Money(request.Amount.Cents, request.Currency);
        if (await currencies.RefuseUnlessHeld(request.UserId, amount, "amount", cancellationToken) is { } failure)
            return failure;

        var now = clock.GetUtcNow();
        var wallet = await wallets.ForUpdate(request.UserId, request.Currency, cancellationToken);
        var adjusted = wallet.Adjust(amount, request.Note, now);
        if (!adjusted.IsSuccess)
            return adjusted.Error;

        // The row is stamped when it is stored, which is after this answer is made.
        return maps.Map<WalletView>(wallet) with { UpdatedAt = now };
    }
}
