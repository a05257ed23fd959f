using FluentValidation;

namespace VpsPanel.Application.Billing.Wallets;

internal static class CurrencyRule
{
    public static IRuleBuilderOptions<T, string> IsCurrency<T>(this IRuleBuilder<T, string> rule) =>
        rule.Matches(@"\A[A-Z]{3}\z").WithMessage("currency must be three capital letters");
}
