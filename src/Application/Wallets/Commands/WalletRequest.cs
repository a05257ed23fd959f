using System.Text.Json;
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
    private const int MaxMeta = 4000;

    protected WalletRequestValidator()
    {
        RuleFor(request => request.Currency).IsCurrency();
        RuleFor(request => request.Note).MaximumLength(WalletOrder.MaxNote);
        RuleFor(request => request.Meta).Must(BeSmallObject).WithMessage($"meta must be a JSON object of at most {MaxMeta} characters");
    }

    private static bool BeSmallObject(RawJson? meta)
    {
        if (meta is null)
            return true;

        if (meta.Value.Text.Length > MaxMeta)
            return false;

        using var document = JsonDocument.Parse(meta.Value.Text);
        return document.RootElement.ValueKind == JsonValueKind.Object;
    }
}
