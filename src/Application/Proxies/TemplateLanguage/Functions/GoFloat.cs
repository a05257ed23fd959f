using System.Globalization;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>Floating point numbers in decimal, as Go's <c>strconv.FormatFloat</c> writes them.</summary>
internal static class GoFloat
{
    /// <summary>Digits that stand for every bit of any finite double.</summary>
    private const string Exact = "E766";

    /// <summary>From this power of ten on, and below the fourth negative one, the shortest form has an exponent.</summary>
    private const int ShortestPlainPowers = 6;

    /// <summary>The shortest text that reads back as the same number: <c>1e+06</c>, <c>0.0001</c>.</summary>
    public static string Shortest(double value) => Of(value, 'g', null);

    /// <summary>As JSON has it: plain within 1e-6 and 1e21, beyond an exponent without leading zeros.</summary>
    public static string Json(double value)
    {
        if (value == 0 || Math.Abs(value) is >= 1e-6 and < 1e21)
            return Of(value, 'f', null);

        var text = Of(value, 'e', null);
        return text[^4..^1] is ['e', '-', '0'] ? text[..^2] + text[^1] : text;
    }

    /// <param name="verb"><c>e</c>, <c>f</c> or <c>g</c>, in upper case for a large E.</param>
    /// <param name="precision">Null for as many digits as the number needs.</param>
    public static string Of(double value, char verb, int? precision)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";

        var (digits, point) = Digits(Math.Abs(value), precision is null ? "R" : Exact);
        var text = char.ToLowerInvariant(verb) switch
        {
            'e' => Scientific(digits, point, precision, verb),
            'f' => Plain(digits, point, precision ?? Math.Max(digits.Length - point, 0)),
            _ => General(digits, point, precision, verb),
        };
        return double.IsNegative(value) ? "-" + text : text;
    }

    private static string General(string digits, int point, int? precision, char verb)
    {
        var most = precision is { } wanted ? Math.Max(wanted, 1) : digits.Length;
        (digits, point) = Rounded(digits, point, most);
        var from = precision is null ? ShortestPlainPowers : most > digits.Length && digits.Length >= point ? digits.Length : most;
        return point - 1 < -4 || point - 1 >= from
            ? Scientific(digits, point, Math.Min(most, digits.Length) - 1, verb is 'G' ? 'E' : 'e')
            : Plain(digits, point, Math.Max(digits.Length - point, 0));
    }

    private static string Scientific(string digits, int point, int? precision, char letter)
    {
        var most = (precision ?? Math.Max(digits.Length - 1, 0)) + 1;
        (digits, point) = Rounded(digits, point, most);
        var power = digits.Length == 0 ? 0 : point - 1;
        digits = digits.PadRight(most, '0');
        var mantissa = digits.Length > 1 ? $"{digits[0]}.{digits[1..]}" : digits;
        return $"{mantissa}{letter}{(power < 0 ? '-' : '+')}{Math.Abs(power).ToString("00", CultureInfo.InvariantCulture)}";
    }

    private static string Plain(string digits, int point, int decimals)
    {
        (digits, point) = Rounded(digits, point, point + decimals);
        var whole = point > 0 ? digits[..Math.Min(point, digits.Length)].PadRight(point, '0') : "0";
        if (decimals == 0)
            return whole;

        var rest = point > 0 ? digits[Math.Min(point, digits.Length)..] : new string('0', Math.Min(-point, decimals)) + digits;
        return whole + "." + rest.PadRight(decimals, '0')[..decimals];
    }

    /// <summary>Digits without zeros at either end, and how many of them stand before the point.</summary>
    private static (string Digits, int Point) Digits(double value, string format)
    {
        if (value == 0)
            return ("", 0);

        var text = value.ToString(format, CultureInfo.InvariantCulture);
        var parts = text.Split('E');
        var power = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var dot = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var point = (dot < 0 ? digits.Length : dot) + power;
        var significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), point - (digits.Length - significant.Length));
    }

    /// <summary>To at most as many digits, halves to the even neighbour.</summary>
    private static (string Digits, int Point) Rounded(string digits, int point, int most)
    {
        if (most < 0)
            return ("", 0);
        if (most >= digits.Length)
            return (digits, point);

        var isHalf = digits[most] == '5' && most + 1 == digits.Length;
        var up = isHalf ? most > 0 && (digits[most - 1] - '0') % 2 == 1 : digits[most] >= '5';
        var kept = digits[..most];
        if (!up)
            return kept.TrimEnd('0') is { Length: > 0 } down ? (down, point) : ("", 0);

        kept = kept.TrimEnd('9');
        return kept.Length == 0 ? ("1", point + 1) : (kept[..^1] + (char)(kept[^1] + 1), point);
    }
}
