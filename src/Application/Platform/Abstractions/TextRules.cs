using FluentValidation;

namespace VpsPanel.Application.Platform.Abstractions;

internal static class TextRules
{
    /// <summary>One line of at most so many characters.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength).Plain();

    /// <summary>Names and addresses end up in mail headers and log lines.</summary>
    public static IRuleBuilderOptions<T, string?> Plain<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !text.Any(char.IsControl)).WithMessage("must not contain control characters");
}
