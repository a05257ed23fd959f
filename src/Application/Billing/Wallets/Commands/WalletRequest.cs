using FluentValidation;
using VpsPanel.Domain.Billing.Wallets;

namespace VpsPanel.Application.Billing.Wallets.Commands;

/// <summary>Amounts are judged by the wallet.</summary>
internal abstract class WalletRequestValidator<TRequest> : AbstractValidator<TRequest>
    where TRequest : IWalletRequest
{
    protected WalletRequestValidator()
    {
        RuleFor(request => request.Currency).IsCurrency();
        RuleFor(request => request.Note).MaximumLength(WalletOrder.MaxNote);
        RuleFor(request => request.Meta).IsSmallObject();
    }
}
