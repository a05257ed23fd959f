using System.Globalization;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;
using VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>Sprig reads a number out of everything: what is none is 0, and whole numbers wrap around.</summary>
internal static class SprigNumbers
{
    /// <summary>Decimal places of a quotient in the library that sprig divides with.</summary>
    private const int QuotientDecimals = 16;

    private const NumberStyles FloatStyle =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static long Whole(CallSite call, object? value) => value switch
    {
        long whole => whole,
        double number => double.IsFinite(number) && Math.Abs(number) < 9.2e18 ? (long)number : long.MinValue,
        decimal number => Math.Abs(number) < long.MaxValue ? (long)number : long.MinValue,
        bool truth => truth ? 1 : 0,
        string text => Literals.TryWhole(TrimZeroDecimal(text), out var whole) ? whole : 0,
        null => 0,
        DateTimeOffset => throw call.Fail("a time is no number; unixEpoch gives its seconds"),
        _ => 0,
    };

    public static double Floating(CallSite call, object? value) => value switch
    {
        double number => number,
        string text => double.TryParse(text, FloatStyle, CultureInfo.InvariantCulture, out var number) ? number : 0,
        decimal number => (double)number,
        _ => Whole(call, value),
    };

    public static object Divide(CallSite call, IReadOnlyList<object?> args)
    {
        var (number, divisor) = (Whole(call, args[0]), Whole(call, args[1]));
        return divisor switch
        {
            0 => throw call.Fail("division by zero"),
            -1 => unchecked(-number),
            _ => number / divisor,
        };
    }

    public static object Modulo(CallSite call, IReadOnlyList<object?> args)
    {
        var (number, divisor) = (Whole(call, args[0]), Whole(call, args[1]));
        return divisor switch
        {
            0 => throw call.Fail("division by zero"),
            -1 => 0L,
            _ => number % divisor,
        };
    }

    /// <summary>In decimal: 0.1 and 0.2 are 0.3.</summary>
    public static object AddExactly(CallSite call, IReadOnlyList<object?> args) => Exactly(
        [0, .. args.Select(arg => Floating(call, arg))], (a, b) => a + b, (a, b) => a + b);

    public static object DivideExactly(CallSite call, IReadOnlyList<object?> args)
    {
        var numbers = args.Select(arg => Floating(call, arg)).ToList();
        if (numbers.Skip(1).Contains(0))
            throw call.Fail("division by zero");

        return Exactly(
            numbers, (a, b) => Math.Round(a / b, QuotientDecimals, MidpointRounding.AwayFromZero), (a, b) => a / b);
    }

    /// <summary>Up from the given part of the last place on, which is a half.</summary>
    public static object Round(CallSite call, IReadOnlyList<object?> args)
    {
        var power = Math.Pow(10, call.Whole(args[1]));
        var shifted = power * Floating(call, args[0]);
        var from = args.Count > 2 ? Floating(call, args[2]) : 0.5;
        var rest = shifted - Math.Truncate(shifted);
        return (rest >= from ? Math.Ceiling(shifted) : Math.Floor(shifted)) / power;
    }

    /// <summary>A time, seconds since 1970, or RFC 3339. Anything else is refused, where sprig would take today.</summary>
    public static DateTimeOffset Instant(CallSite call, object? value) => value switch
    {
        DateTimeOffset instant => instant,
        long seconds => Of(call, seconds),
        double or decimal => Of(call, Whole(call, value)),
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) => Of(call, seconds),
        string text when text.Contains('T') && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => instant,
        _ => throw call.Fail($"no time: {call.Printed(value)}"),
    };

    private static DateTimeOffset Of(CallSite call, long seconds) => seconds is >= -62_135_596_800 and <= 253_402_300_799
        ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : throw call.Fail($"no time: {seconds.ToString(CultureInfo.InvariantCulture)} seconds");

    /// <summary>Numbers beyond 28 digits are calculated as floats.</summary>
    private static double Exactly(
        IReadOnlyList<double> numbers, Func<decimal, decimal, decimal> exact, Func<double, double, double> floating)
    {
        try
        {
            var sum = numbers.Select(Exact).Aggregate(exact);
            return double.Parse(sum.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return numbers.Aggregate(floating);
        }
    }

    /// <exception cref="OverflowException">It is too large, or too small to be kept.</exception>
    private static decimal Exact(double number)
    {
        if (number != 0 && Math.Abs(number) is < 1e-12 or > 1e27)
            throw new OverflowException();

        return decimal.Parse(GoFloat.Of(number, 'f', null), CultureInfo.InvariantCulture);
    }

    /// <summary><c>2.00</c> is a whole number too.</summary>
    private static string TrimZeroDecimal(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && text.AsSpan(point + 1).IndexOfAnyExcept('0') < 0 && point < text.Length - 1 ? text[..point] : text;
    }
}
