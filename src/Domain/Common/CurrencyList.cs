namespace VpsPanel.Domain.Common;

/// <summary>The currencies in which money is taken, each with the decimals that its amounts may have. Amounts are hundredths in all of them.</summary>
/// <param name="DecimalsByCode">ISO 4217 code in capitals, to 0, 1 or 2.</param>
public sealed record CurrencyList(IReadOnlyDictionary<string, int> DecimalsByCode)
{
    public const int MaxDecimals = 2;

    public bool Has(string code) => DecimalsByCode.ContainsKey(code);

    /// <summary><c>currency.unknown</c>, or <c>currency.decimals</c> for an amount finer than its currency; null when neither.</summary>
    /// <param name="field">The field that holds the amount.</param>
    public Error? Refuse(Money amount, string field)
    {
        if (!DecimalsByCode.TryGetValue(amount.Currency, out var decimals))
            return Unknown;

        var step = decimals switch { 0 => 100, 1 => 10, _ => 1 };
        return amount.Cents % step == 0
            ? null
            : Error.Validation(field, $"{field} must have at most {decimals} decimals in {amount.Currency}", "currency.decimals");
    }

    public static Error Unknown { get; } = Error.Validation("currency", "money is not taken in this currency", "currency.unknown");
}
