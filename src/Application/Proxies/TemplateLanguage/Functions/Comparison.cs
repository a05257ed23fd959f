using System.Globalization;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>Go's rules: values of one kind only, so 1 and 1.0 do not compare; nothing equals nothing and is unequal to the rest.</summary>
internal static class Comparison
{
    public static bool AreEqual(CallSite call, object? left, object? right)
    {
        call.Run.Spend(call.At);
        return (left, right) switch
        {
            (null, _) or (_, null) => left is null && right is null,
            (bool one, bool other) => one == other,
            _ => Order(call, [left, right]) == 0,
        };
    }

    /// <summary>Below 0 when the first is smaller; null, which is not within any bound, for NaN.</summary>
    public static int? Order(CallSite call, IReadOnlyList<object?> args) => (args[0], args[1]) switch
    {
        (long one, long other) => one.CompareTo(other),
        (decimal one, decimal other) => one.CompareTo(other),
        (double or decimal, double or decimal) => Floats(Convert.ToDouble(args[0], CultureInfo.InvariantCulture), Convert.ToDouble(args[1], CultureInfo.InvariantCulture)),
        (string one, string other) => GoText.Compare(one, other),
        _ => throw call.Fail($"can't compare {ValueText.TypeOf(args[0])} with {ValueText.TypeOf(args[1])}"),
    };

    private static int? Floats(double one, double other) =>
        double.IsNaN(one) || double.IsNaN(other) ? null : one.CompareTo(other);
}
