namespace VpsPanel.Application.Billing.Payments;

/// <summary>A way to pay that this service knows.</summary>
/// <param name="Key">As clients send it in <c>method</c>.</param>
public sealed record PaymentProvider(string Key, string Name, bool EnabledByDefault, IReadOnlyList<ProviderField> Fields);

internal static class WebAddress
{
    public static bool IsAbsolute(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
