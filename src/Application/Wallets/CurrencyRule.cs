using FluentValidation;

namespace VpsPanel.Application.Wallets;

internal static class CurrencyRule
{
    public static IRuleBuilderOptions<T, string> IsCurrency<T>(this IRuleBuilder<T, string> rule) =>
        rule.Matches("^[A-Z]{3}$").WithMessage("currency must be three capital letters");
}
