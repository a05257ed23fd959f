using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Wallets;

namespace VpsPanel.Application.Wallets.Commands;

/// <summary>What a customer may say of money that shall move.</summary>
public interface IWalletRequest
{
    string Currency { get; }

    string Note { get; }

    RawJson? Meta { get; }
}

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
