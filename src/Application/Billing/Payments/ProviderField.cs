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

    /// <summary>An absolute http or https address, or nothing.</summary>
    public bool IsUrl { get; init; }

    /// <summary>What is wrong with a value, or null.</summary>
    public string? Validate(string value)
    {
        if (value.Length > MaxLength)
            return $"must be at most {MaxLength} characters";

        return IsUrl && value.Length > 0 && !WebAddress.IsAbsolute(value) ? "must be an http or https address" : null;
    }
}
