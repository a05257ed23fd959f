namespace VpsPanel.Application.Payments;

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
    public string? Complain(string value)
    {
        if (value.Length > MaxLength)
            return $"must be at most {MaxLength} characters";

        return IsUrl && value.Length > 0 && !WebAddress.IsAbsolute(value) ? "must be an http or https address" : null;
    }
}

/// <summary>A way to pay that this service knows.</summary>
/// <param name="Key">As clients send it in <c>method</c>.</param>
public sealed record PaymentProvider(string Key, string Name, bool EnabledByDefault, IReadOnlyList<ProviderField> Fields);

/// <summary>A provider as the operator has set it up.</summary>
/// <param name="Gateway">Null for what a person confirms.</param>
/// <param name="Config">Every field with its value, secrets in clear.</param>
public sealed record ConfiguredProvider(
    PaymentProvider Provider, IPaymentGateway? Gateway, bool Enabled, IReadOnlyDictionary<string, string> Config)
{
    public string Key => Provider.Key;

    /// <summary>Required fields that have no value.</summary>
    public IReadOnlyList<string> Missing =>
        [.. Provider.Fields.Where(part => part.IsRequired && string.IsNullOrWhiteSpace(Config[part.Name])).Select(part => part.Name)];

    /// <summary>Switched on and able to work.</summary>
    public bool IsUsable => Enabled && Missing.Count == 0;
}

internal static class WebAddress
{
    public static bool IsAbsolute(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
