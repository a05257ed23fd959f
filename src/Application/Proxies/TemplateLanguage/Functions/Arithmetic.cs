using System.Globalization;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>
/// Whole numbers give whole numbers, and whatever is mixed with a float is one. What does not fit is refused, where Go wraps around.
/// </summary>
internal static class Arithmetic
{
    private const int MaxDecimals = 15;

    public static object Add(CallSite call, IReadOnlyList<object?> args) => Fold(
        call, args, (a, b) => checked(a + b), (a, b) => a + b, (a, b) => a + b);

    public static object Subtract(CallSite call, IReadOnlyList<object?> args) => Fold(
        call, args, (a, b) => checked(a - b), (a, b) => a - b, (a, b) => a - b);

    public static object Multiply(CallSite call, IReadOnlyList<object?> args) => Fold(
        call, args, (a, b) => checked(a * b), (a, b) => a * b, (a, b) => a * b);

    /// <summary>Of whole numbers without the rest, towards zero.</summary>
    public static object Divide(CallSite call, IReadOnlyList<object?> args) => Fold(
        call, args, (a, b) => checked(a / b), (a, b) => b == 0 ? throw new DivideByZeroException() : a / b, (a, b) => a / b);

    public static object Modulo(CallSite call, IReadOnlyList<object?> args)
    {
        var (number, divisor) = (call.Whole(args[0]), call.Whole(args[1]));
        return divisor switch
        {
            0 => throw call.Fail("division by zero"),
            -1 => 0L,
            _ => number % divisor,
        };
    }

    public static object Least(CallSite call, IReadOnlyList<object?> args) => Fold(call, args, Math.Min, Math.Min, Math.Min);

    public static object Greatest(CallSite call, IReadOnlyList<object?> args) => Fold(call, args, Math.Max, Math.Max, Math.Max);

    /// <summary>Halves go away from zero.</summary>
    public static object Round(CallSite call, IReadOnlyList<object?> args)
    {
        var decimals = args.Count > 1 ? call.Whole(args[1]) : 0;
        if (decimals is < 0 or > MaxDecimals)
            throw call.Fail($"decimals must be 0 to {MaxDecimals}");

        return args[0] switch
        {
            double number => Math.Round(number, (int)decimals, MidpointRounding.AwayFromZero),
            decimal number => Math.Round(number, (int)decimals, MidpointRounding.AwayFromZero),
            _ => Number(call, args[0]),
        };
    }

    public static object Floor(CallSite call, IReadOnlyList<object?> args) => args[0] switch
    {
        double number => Math.Floor(number),
        decimal number => Math.Floor(number),
        _ => Number(call, args[0]),
    };

    public static object Ceiling(CallSite call, IReadOnlyList<object?> args) => args[0] switch
    {
        double number => Math.Ceiling(number),
        decimal number => Math.Ceiling(number),
        _ => Number(call, args[0]),
    };

    /// <summary>Without the decimals. A text is read as a number.</summary>
    public static object ToWhole(CallSite call, IReadOnlyList<object?> args) => args[0] switch
    {
        double number when Math.Abs(number) < 9.2e18 => (long)number,
        decimal number when Math.Abs(number) < long.MaxValue => (long)number,
        long whole => whole,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => throw call.Fail($"no integer: {call.Printed(args[0])}"),
    };

    public static object ToFloat(CallSite call, IReadOnlyList<object?> args) => args[0] switch
    {
        string text when double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out var number) => number,
        double or long or decimal => Convert.ToDouble(args[0], CultureInfo.InvariantCulture),
        _ => throw call.Fail($"no number: {call.Printed(args[0])}"),
    };

    private static object Fold(
        CallSite call, IReadOnlyList<object?> args, Func<long, long, long> whole, Func<double, double, double> floating,
        Func<decimal, decimal, decimal> exact)
    {
        try
        {
            return args.Skip(1).Aggregate(Number(call, args[0]), (sum, next) => (sum, Number(call, next)) switch
            {
                (long a, long b) => whole(a, b),
                (double, _) or (_, double) => floating(Double(sum), Double(next)),
                _ => (object)exact(Convert.ToDecimal(sum, CultureInfo.InvariantCulture), Convert.ToDecimal(next, CultureInfo.InvariantCulture)),
            });
        }
        catch (OverflowException)
        {
            throw call.Fail("the result is too large");
        }
        catch (DivideByZeroException)
        {
            throw call.Fail("division by zero");
        }
    }

    private static object Number(CallSite call, object? value) => value is long or double or decimal
        ? value
        : throw call.Fail($"expected number; got {ValueText.TypeOf(value)}");

    private static double Double(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
