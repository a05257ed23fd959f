namespace VpsPanel.Domain.Common;

/// <summary>Integer cents of one currency. Arithmetic is checked; sums of different currencies are a bug and throw.</summary>
/// <param name="Cents">Hundredths of the unit; negative for what is owed to the customer.</param>
/// <param name="Currency">ISO 4217 code, upper case.</param>
public readonly record struct Money(long Cents, string Currency) : IComparable<Money>
{
    public const string DefaultCurrency = "CNY";

    public bool IsZero => Cents == 0;

    public bool IsPositive => Cents > 0;

    public bool IsNegative => Cents < 0;

    public static Money Zero(string currency) => new(0, currency);

    public static Money Yuan(long cents) => new(cents, DefaultCurrency);

    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Same(left).Cents), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Same(left).Cents), left.Currency);

    public static Money operator -(Money money) => new(checked(-money.Cents), money.Currency);

    public static Money operator *(Money money, int times) => new(checked(money.Cents * times), money.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Times a factor, rounded to the cent, half away from zero.</summary>
    public Money Scale(decimal factor) =>
        new(checked((long)decimal.Round(Cents * factor, 0, MidpointRounding.AwayFromZero)), Currency);

    /// <summary>A fraction, exact until it is rounded to the cent, half away from zero.</summary>
    /// <param name="times">The numerator.</param>
    /// <param name="by">The denominator; more than 0.</param>
    public Money Scale(decimal times, int by) =>
        new(checked((long)decimal.Round(Cents * times / by, 0, MidpointRounding.AwayFromZero)), Currency);

    /// <summary>Parts by weight that add up to the whole; nothing when there is no weight.</summary>
    /// <param name="weights">None below 0.</param>
    public IReadOnlyList<Money> Split(IReadOnlyList<decimal> weights)
    {
        var (total, gone, given) = (weights.Sum(), 0m, 0L);
        var parts = new List<Money>();
        foreach (var weight in weights)
        {
            gone += weight;
            var until = total > 0 ? (long)decimal.Round(Cents * (gone / total), 0, MidpointRounding.ToZero) : 0;
            parts.Add(new Money(until - given, Currency));
            given = until;
        }

        return parts;
    }

    /// <summary>Equal parts that add up to the whole; the odd cents go to the first parts.</summary>
    public IReadOnlyList<Money> Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var (share, odd) = Math.DivRem(Cents, parts);
        var currency = Currency;
        return [.. Enumerable.Range(0, parts).Select(part => new Money(share + (part < Math.Abs(odd) ? Math.Sign(odd) : 0), currency))];
    }

    public int CompareTo(Money other) => Cents.CompareTo(other.Same(this).Cents);

    public override string ToString() => $"{Cents / 100m:0.00} {Currency}";

    private Money Same(Money other) =>
        Currency == other.Currency ? this : throw new InvalidOperationException($"{Currency} does not mix with {other.Currency}.");
}
