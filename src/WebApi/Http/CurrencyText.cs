using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>Reads a currency that may be left out.</summary>
internal static class CurrencyText
{
    /// <summary>In capitals; the default currency for nothing.</summary>
    public static string Or(string? text) =>
        string.IsNullOrWhiteSpace(text) ? Money.DefaultCurrency : text.Trim().ToUpperInvariant();
}
