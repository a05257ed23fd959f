using System.Globalization;
using System.Text;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>A double-quoted Go string literal.</summary>
internal static class GoQuote
{
    /// <param name="ascii">Whether everything beyond ASCII is escaped too.</param>
    public static string Of(string text, bool ascii = false)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        for (var at = 0; at < text.Length;)
        {
            var known = Rune.TryGetRuneAt(text, at, out var rune);
            if (!known && text[at] is >= '\uDC80' and <= '\uDCFF')
                quoted.Append(CultureInfo.InvariantCulture, $"\\x{text[at] - 0xDC00:x2}");
            else
                quoted.Append(Letter(known ? rune : Rune.ReplacementChar, '"', ascii));

            at += known ? rune.Utf16SequenceLength : 1;
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A character constant; what is no character is U+FFFD.</summary>
    public static string OfRune(long code, bool ascii) =>
        "'" + Letter(code is >= 0 and <= 0x10FFFF && Rune.IsValid((int)code) ? new Rune((int)code) : Rune.ReplacementChar, '\'', ascii) + "'";

    public static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);

    private static string Letter(Rune rune, char quote, bool ascii) => rune.Value switch
    {
        '"' or '\'' when rune.Value == quote => "\\" + quote,
        '\\' => "\\\\",
        '\a' => "\\a",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\v' => "\\v",
        ' ' => " ",
        < ' ' or 0x7F => $"\\x{rune.Value:x2}",
        _ when IsPrintable(rune) && (!ascii || rune.IsAscii) => rune.ToString(),
        <= 0xFFFF => $"\\u{rune.Value:x4}",
        _ => $"\\U{rune.Value:x8}",
    };
}
