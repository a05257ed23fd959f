using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>One thing to configure at a provider.</summary>
/// <param name="Title">For people.</param>
public sealed record ProviderField(string Name, string Title)
{
    public string Default { get; init; } = "";

    public int MaxLength { get; init; } = 500;

    /// <summary>Sealed at rest, shown as a mask.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Customers see it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Without it the provider cannot work.</summary>
    public bool IsRequired { get; init; }

    /// <summary>An absolute http or https address without login and fragment, or nothing.</summary>
    public bool IsUrl { get; init; }

    /// <summary>The other side adds a query of its own to the address, so that it cannot have one.</summary>
    public bool HasNoQuery { get; init; }

    /// <summary>The only values that are implemented; empty where any text may be right.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The value as it is kept: a choice as it is written above, the default for a blank one; other text without blanks around it.</summary>
    public string Fold(string value)
    {
        if (IsSecret)
            return value;

        var text = value.Trim();
        return Choices.Count == 0
            ? text
            : Choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? (text.Length == 0 ? Default : text);
    }

    /// <summary>What is wrong with a value, or null.</summary>
    public string? Validate(string value)
    {
        if (value.Length > MaxLength)
            return $"must be at most {MaxLength} characters";

        if (Choices.Count > 0 && !Choices.Contains(value))
            return $"must be {string.Join(" or ", Choices)}";

        if (IsUrl && !Links.IsEndpoint(value))
            return "must be an http or https address without login and fragment";

        return IsUrl && HasNoQuery && !Links.IsService(value) ? "must have no query, since the gateway adds its own" : null;
    }
}
