using FluentValidation;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

internal static class LinkRules
{
    /// <summary>Blank, or an address that others may load or click on.</summary>
    public static IRuleBuilderOptions<T, string?> SafeLink<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(Links.IsSafe).WithMessage(Links.Rule);
}
