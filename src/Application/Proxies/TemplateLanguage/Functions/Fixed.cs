using System.Globalization;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>Numbers with a fixed count of decimals, halves to the even neighbour as Go rounds them.</summary>
internal static class Fixed
{
    public static string Of(decimal value, int decimals) =>
        (decimals <= 28 ? Math.Round(value, decimals, MidpointRounding.ToEven) : value)
            .ToString("F" + decimals, CultureInfo.InvariantCulture);

    public static string Of(double value, int decimals)
    {
        if (!double.IsFinite(value))
            return VpsPanel.Application.Proxies.TemplateLanguage.Rendering.ValueText.Float(value);

        // .NET rounds a half away from zero; only a number that is exact with one more decimal can be a half.
        var rounded = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        var longer = value.ToString("F" + (decimals + 1), CultureInfo.InvariantCulture);
        var isHalf = longer[^1] == '5' && double.Parse(longer, CultureInfo.InvariantCulture) == value
            && value.ToString("F" + (decimals + 20), CultureInfo.InvariantCulture)[longer.Length..].All(digit => digit == '0');
        if (!isHalf)
            return rounded;

        var cut = longer[..^1].TrimEnd('.');
        return (cut[^1] - '0') % 2 == 0 ? cut : rounded;
    }
}
