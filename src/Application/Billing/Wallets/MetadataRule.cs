using System.Text.Json;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Billing.Wallets;

internal static class MetadataRule
{
    private const int MaxLength = 4000;

    /// <summary>A small JSON object, or nothing.</summary>
    public static IRuleBuilderOptions<T, RawJson?> IsSmallObject<T>(this IRuleBuilder<T, RawJson?> rule) =>
        rule.Must(BeSmallObject).WithMessage($"{{PropertyName}} must be a JSON object of at most {MaxLength} characters");

    private static bool BeSmallObject(RawJson? json)
    {
        if (json is null)
            return true;

        if (json.Value.Text.Length > MaxLength)
            return false;

        using var document = JsonDocument.Parse(json.Value.Text);
        return document.RootElement.ValueKind == JsonValueKind.Object;
    }
}
