using System.Text;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>One <c>%-08.3f</c>.</summary>
/// <param name="Verb">NUL when the format ends before it.</param>
internal sealed record Directive(string Flags, int Width, int? Precision, char Verb)
{
    private bool IsLeft => Flags.Contains('-');

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
            precision = Digits(call, format, maxWidth, ref end);
        }

        if (end < format.Length && format[end] is '#' or '*' or '[')
            throw call.Fail($"{format[end]} is not supported in a format");

        var verb = end < format.Length ? format[end++] : '\0';
        return verb is '\0' or '%' or 's' or 'd' or 'v' or 'q' or 't' or 'f' or 'x' or 'X'
            ? new Directive(flags, width, precision, verb)
            : throw call.Fail($"%{verb} is not supported");
    }

    /// <summary>At most the precision's number of characters.</summary>
    public string Cut(string text) =>
        Precision is { } most ? string.Concat(text.EnumerateRunes().Take(most).Select(rune => rune.ToString())) : text;

    /// <summary>To the width, counted in characters.</summary>
    public string Pad(string text)
    {
        var missing = Math.Max(0, Width - text.EnumerateRunes().Count());
        return IsLeft ? text + new string(' ', missing) : new string(' ', missing) + text;
    }

    /// <summary>With the sign that the flags ask for, and zeros after it where they do.</summary>
    public string PadNumber(string number)
    {
        var negative = number.StartsWith('-');
        var sign = negative ? "-" : Flags.Contains('+') ? "+" : Flags.Contains(' ') ? " " : "";
        var digits = negative ? number[1..] : number.TrimStart('+');
        var zeros = Flags.Contains('0') && !IsLeft && char.IsAsciiDigit(digits[0]) && !(Precision is not null && Verb is 'd' or 'x' or 'X');
        return zeros ? sign + digits.PadLeft(Math.Max(0, Width - sign.Length), '0') : Pad(sign + digits);
    }

    private static int Digits(CallSite call, string format, int most, ref int at)
    {
        var number = 0;
        while (at < format.Length && char.IsAsciiDigit(format[at]))
        {
            number = (number * 10) + (format[at++] - '0');
            if (number > most)
                throw call.Fail($"width or precision above {most}");
        }

        return number;
    }
}
