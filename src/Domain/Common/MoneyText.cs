namespace VpsPanel.Domain.Common;

/// <summary>
/// The one reader of amounts written by others: bodies, settings, statements and gateways. ASCII digits and one point; no separators,
/// exponents, blanks or plus signs, whatever the culture. An amount has at most 12 digits before the point, 999,999,999,999.99.
/// </summary>
public static class MoneyText
{
    private const int MaxWholeDigits = 12;
    private const int Decimals = 2;
    private const int MaxCentDigits = MaxWholeDigits + Decimals;

    /// <summary>An amount given as text, <c>[0-9]{1,12}(\.[0-9]{1,2})?</c>, into hundredths of the unit.</summary>
    /// <param name="signed">Whether a minus may stand in front.</param>
    public static bool TryRead(ReadOnlySpan<char> text, bool signed, out long cents) => Scan(text, signed, trailingZeros: false, out cents);

    /// <summary>A JSON number's own text, <c>[0-9]{1,12}(\.[0-9]{1,2}0*)?</c>: serialisers pad it with zeros.</summary>
    /// <inheritdoc cref="TryRead"/>
    public static bool TryReadNumber(ReadOnlySpan<char> text, bool signed, out long cents) => Scan(text, signed, trailingZeros: true, out cents);

    /// <summary>A whole number of hundredths, <c>[0-9]{1,14}</c>.</summary>
    public static bool TryReadCents(ReadOnlySpan<char> text, out long cents)
    {
        cents = 0;
        if (text.Length is 0 or > MaxCentDigits)
            return false;

        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter))
                return false;

            cents = (cents * 10) + (letter - '0');
        }

        return true;
    }

    private static bool Scan(ReadOnlySpan<char> text, bool signed, bool trailingZeros, out long cents)
    {
        cents = 0;
        var isNegative = signed && text is ['-', ..];
        if (isNegative)
            text = text[1..];

        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        if (whole.Length > MaxWholeDigits || !TryReadCents(whole, out var units))
            return false;

        if (!TryReadFraction(point < 0 ? default : text[(point + 1)..], point >= 0, trailingZeros, out var hundredths))
            return false;

        cents = (units * 100) + hundredths;
        cents = isNegative ? -cents : cents;
        return true;
    }

    private static bool TryReadFraction(ReadOnlySpan<char> digits, bool isWritten, bool trailingZeros, out long hundredths)
    {
        hundredths = 0;
        if (!isWritten)
            return true;

        if (trailingZeros && digits.Length > Decimals && digits[Decimals..].TrimEnd('0').IsEmpty)
            digits = digits[..Decimals];

        if (digits.Length > Decimals || !TryReadCents(digits, out hundredths))
            return false;

        hundredths *= digits.Length == 1 ? 10 : 1;
        return true;
    }
}
