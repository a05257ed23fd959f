using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

/// <summary>Reads numbers, quoted and raw strings, and character constants, which are numbers.</summary>
internal static partial class Literals
{
    /// <summary>Far beyond what a double can hold, and little enough to calculate.</summary>
    private const int MaxPower = 5000;

    private const string Escapes = "abfnrtv\\'\"";
    private const string Escaped = "\a\b\f\n\r\t\v\\'\"";

    public static object Number(string text, int start, out int end)
    {
        end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' || IsExponentSign(text, end)))
            end++;

        var digits = text[start..end];
        if (!NumberShape().IsMatch(digits))
            throw TemplateFailure.Syntax(start, $"bad number syntax: {digits}");

        if (HasLooseUnderscore(digits))
            throw TemplateFailure.Syntax(start, $"bad number syntax: {digits}");

        digits = digits.Replace("_", "", StringComparison.Ordinal);
        var isHex = digits.Contains('x', StringComparison.OrdinalIgnoreCase);
        if (isHex && digits.AsSpan().IndexOfAny('p', 'P') >= 0)
            return HexFloat(digits, start);
        if (!isHex && digits.AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
            return Float(digits, start);

        return Whole(digits) ?? throw TemplateFailure.Syntax(start, $"integer overflow: {digits}");
    }

    /// <summary>A whole number in any of the notations.</summary>
    public static bool TryWhole(string text, out long value)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        var known = WholeShape().IsMatch(text) && !HasLooseUnderscore(text) ? Whole(digits) : null;
        value = known ?? 0;
        return known is not null;
    }

    /// <summary>The string, or the number of a character constant.</summary>
    public static object Quoted(string text, int start, out int end)
    {
        var quote = text[start];
        end = start + 1;
        while (end < text.Length && text[end] != quote && (quote == '`' || text[end] != '\n'))
            end += quote != '`' && text[end] == '\\' ? 2 : 1;

        if (end >= text.Length || text[end] != quote)
            throw TemplateFailure.Syntax(start, "unterminated quoted string");

        var inner = text[(start + 1)..end++];
        if (quote == '`')
            return inner.Replace("\r", "", StringComparison.Ordinal);

        if (quote == '\'' && ByteConstant(inner) is { } octet)
            return octet;

        var value = inner.Contains('\\') ? Unescape(inner, start, quote) : inner;
        if (quote == '"')
            return value;

        return value.Length > 0 && Rune.TryGetRuneAt(value, 0, out var rune) && rune.Utf16SequenceLength == value.Length
            ? (long)rune.Value
            : throw TemplateFailure.Syntax(start, "malformed character constant");
    }

    /// <summary><c>'\xff'</c> is the number of a byte, which need not be a character.</summary>
    private static long? ByteConstant(string inner)
    {
        var digits = inner is ['\\', 'x', _, _] ? inner.AsSpan(2) : inner is ['\\', >= '0' and <= '7', _, _] ? inner.AsSpan(1) : [];
        return digits.Length > 0 && TryDigits(digits, inner[1] == 'x' ? 16 : 8, out var code) && code <= byte.MaxValue ? code : null;
    }

    /// <summary>An underscore stands between two digits, or between a prefix and a digit.</summary>
    private static bool HasLooseUnderscore(string digits)
    {
        var isHex = digits.Contains('x', StringComparison.OrdinalIgnoreCase);
        bool IsDigit(char letter) => isHex ? char.IsAsciiHexDigit(letter) : char.IsAsciiDigit(letter);
        for (var at = digits.IndexOf('_', StringComparison.Ordinal); at >= 0; at = digits.IndexOf('_', at + 1))
        {
            var before = at > 0 ? char.ToLowerInvariant(digits[at - 1]) : ' ';
            if (at + 1 >= digits.Length || !IsDigit(digits[at + 1]) || !(IsDigit(before) || before is 'x' or 'o' or 'b'))
                return true;
        }

        return false;
    }

    /// <summary>Rounded to the nearest double, ties to even.</summary>
    private static double HexFloat(string digits, int start)
    {
        var isNegative = digits[0] == '-';
        var parts = digits.TrimStart('+', '-')[2..].ToLowerInvariant().Split('p');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var mantissa = BigInteger.Parse("0" + parts[0].Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (mantissa.IsZero)
            return isNegative ? -0.0 : 0;

        var power = int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written)
            && Math.Abs(written) < MaxPower
            ? written - (point < 0 ? 0 : 4 * (parts[0].Length - 1 - point))
            : throw TemplateFailure.Syntax(start, $"bad number syntax: {digits}");
        var exact = power >= 0 ? Ratio(mantissa << power, 0) : Ratio(mantissa, -power);
        return double.IsFinite(exact)
            ? isNegative ? -exact : exact
            : throw TemplateFailure.Syntax(start, $"bad number syntax: {digits}");
    }

    /// <summary>A number divided by a power of two, through its decimal text, which .NET reads exactly.</summary>
    private static double Ratio(BigInteger mantissa, int power) => double.Parse(
        $"{mantissa * BigInteger.Pow(5, power)}e-{power}", NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double Float(string digits, int start) =>
        double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw TemplateFailure.Syntax(start, $"bad number syntax: {digits}");

    private static long? Whole(string digits)
    {
        var negative = digits[0] == '-';
        var body = digits.TrimStart('+', '-').ToLowerInvariant();
        var (radix, skip) = body switch
        {
            ['0', 'x', ..] => (16UL, 2),
            ['0', 'o', ..] => (8UL, 2),
            ['0', 'b', ..] => (2UL, 2),
            ['0', _, ..] => (8UL, 1),
            _ => (10UL, 0),
        };
        var value = 0UL;
        foreach (var digit in body.AsSpan(skip))
        {
            var step = (ulong)(char.IsAsciiDigit(digit) ? digit - '0' : digit - 'a' + 10);
            if (value > (ulong.MaxValue - step) / radix)
                return null;

            value = (value * radix) + step;
        }

        return negative
            ? value <= 1UL << 63 ? unchecked(-(long)value) : null
            : value <= long.MaxValue ? (long)value : null;
    }

    /// <summary>Works on bytes, since <c>\xE4\xBD\xA0</c> spells one character.</summary>
    private static string Unescape(string inner, int start, char quote)
    {
        var bytes = new ArrayBufferWriter<byte>(inner.Length);
        for (var at = 0; at < inner.Length;)
        {
            var found = inner.IndexOf('\\', at);
            var plain = found < 0 ? inner.Length : found;
            Encoding.UTF8.GetBytes(inner.AsSpan(at, plain - at), bytes);
            at = found < 0 ? plain : Escape(inner, found, quote, bytes) ?? throw TemplateFailure.Syntax(start, "bad escape in string");
        }

        return GoText.FromBytes(bytes.WrittenSpan);
    }

    /// <summary>Writes the escape at the backslash; where it ends, or null when there is no such escape.</summary>
    private static int? Escape(string inner, int at, char quote, ArrayBufferWriter<byte> bytes)
    {
        var letter = inner[at + 1];
        if (letter is '"' or '\'' && letter != quote)
            return null;

        if (Escapes.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var simple)
        {
            bytes.Write([(byte)Escaped[simple]]);
            return at + 2;
        }

        var (skip, length, radix) = letter switch
        {
            'x' => (2, 2, 16),
            'u' => (2, 4, 16),
            'U' => (2, 8, 16),
            >= '0' and <= '7' => (1, 3, 8),
            _ => (0, 0, 0),
        };
        if (length == 0 || at + skip + length > inner.Length || !TryDigits(inner.AsSpan(at + skip, length), radix, out var code))
            return null;

        if (letter is 'u' or 'U')
        {
            if (!Rune.IsValid(code))
                return null;

            Encoding.UTF8.GetBytes(new Rune(code).ToString(), bytes);
        }
        else if (code > byte.MaxValue)
        {
            return null;
        }
        else
        {
            bytes.Write([(byte)code]);
        }

        return at + skip + length;
    }

    private static bool TryDigits(ReadOnlySpan<char> digits, int radix, out uint code)
    {
        code = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit) || (radix == 8 && digit > '7'))
                return false;

            code = (code * (uint)radix) + (uint)Convert.ToInt32(digit.ToString(), 16);
        }

        return true;
    }

    private static bool IsExponentSign(string text, int at) =>
        text[at] is '+' or '-' && at >= 2
        && ((text[at - 1] is 'e' or 'E' && text[at - 2] is '.' or (>= '0' and <= '9')) || text[at - 1] is 'p' or 'P');

    [GeneratedRegex(
        @"\A[+-]?(0[xX]_?[0-9a-fA-F][0-9a-fA-F_]*|0[oO]_?[0-7][0-7_]*|0[bB]_?[01][01_]*|0[0-7_]*|[1-9][0-9_]*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex WholeShape();

    [GeneratedRegex(
        @"\A[+-]?(0[xX]_?[0-9a-fA-F][0-9a-fA-F_]*|0[xX]([0-9a-fA-F_]+\.?[0-9a-fA-F_]*|\.[0-9a-fA-F_]+)[pP][+-]?[0-9]+|0[oO]_?[0-7][0-7_]*|0[bB]_?[01][01_]*|0[0-7_]*|[1-9][0-9_]*"
        + @"|([0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)([eE][+-]?[0-9]+)?|[0-9][0-9_]*[eE][+-]?[0-9]+)\z",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberShape();
}
