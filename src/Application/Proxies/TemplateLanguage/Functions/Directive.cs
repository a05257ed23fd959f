using System.Text;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>One <c>%-08.3f</c>.</summary>
/// <param name="Verb">NUL when the format ends before it.</param>
internal sealed record Directive(bool Minus, bool Plus, bool Space, bool Zero, int? Width, int? Precision, Rune Verb)
{
    public static Directive Read(CallSite call, string format, int start, int maxWidth, out int end)
    {
        end = start;
        while (end < format.Length && "-+ 0".Contains(format[end]))
            end++;

        var flags = format[start..end];
        var width = Digits(call, format, maxWidth, ref end);
        int? precision = null;
        if (end < format.Length && format[end] == '.')
        {
            end++;
            precision = Digits(call, format, maxWidth, ref end) ?? 0;
        }

        if (end < format.Length && format[end] is '#' or '*' or '[')
            throw call.Fail($"{format[end]} is not supported in a format");

        var verb = default(Rune);
        if (end < format.Length)
        {
            verb = Rune.TryGetRuneAt(format, end, out var known) ? known : Rune.ReplacementChar;
            end += known == verb ? verb.Utf16SequenceLength : 1;
        }

        // A plus asks %v for the names of fields, which no value here has.
        var minus = flags.Contains('-');
        return new Directive(
            minus, flags.Contains('+') && verb.Value != 'v', flags.Contains(' '), flags.Contains('0') && !minus, width, precision, verb);
    }

    /// <summary>At most the precision's number of characters.</summary>
    public string Cut(string text)
    {
        var at = 0;
        for (var left = Precision ?? text.Length; left > 0 && at < text.Length; left--)
            at += char.IsSurrogatePair(text, at) ? 2 : 1;

        return text[..at];
    }

    /// <summary>To the width, counted in characters.</summary>
    public string Pad(string text)
    {
        var missing = (Width ?? 0) - text.EnumerateRunes().Count();
        return missing <= 0 ? text : Minus ? text + new string(' ', missing) : new string(Zero ? '0' : ' ', missing) + text;
    }

    /// <summary>Zeros stand between the sign and the digits.</summary>
    /// <param name="number">With a minus or without a sign.</param>
    public string PadFloat(string number, bool isFinite)
    {
        var signed = number[0] is '-' or '+' ? number : "+" + number;
        if (signed[0] == '+' && Space && !Plus)
            signed = " " + signed[1..];
        if (!isFinite)
        {
            var bare = signed[1] == 'N' && !Space && !Plus ? signed[1..] : signed;
            return (this with { Zero = false }).Pad(bare);
        }

        if (!Plus && signed[0] == '+')
            return Pad(signed[1..]);

        return Zero && Width > signed.Length ? signed[0] + signed[1..].PadLeft(Width.Value - 1, '0') : Pad(signed);
    }

    /// <summary>A precision is the least count of digits; without one, zeros may fill the width.</summary>
    public string PadWhole(bool isNegative, string digits, string prefix = "")
    {
        var bare = this with { Zero = false };
        if (Precision == 0 && digits == "0")
            return bare.Pad("");

        var sign = isNegative ? "-" : Plus ? "+" : Space ? " " : "";
        var least = Precision ?? (Zero && Width is { } width ? width - sign.Length : 0);
        return bare.Pad(sign + prefix + digits.PadLeft(Math.Max(least, 0), '0'));
    }

    private static int? Digits(CallSite call, string format, int most, ref int at)
    {
        int? number = null;
        while (at < format.Length && char.IsAsciiDigit(format[at]))
        {
            number = ((number ?? 0) * 10) + (format[at++] - '0');
            if (number > most)
                throw call.Fail($"width or precision above {most}");
        }

        return number;
    }
}
