using System.Globalization;
using System.Text;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>A double-quoted Go string literal.</summary>
internal static class GoQuote
{
    public static string Of(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var rune in text.EnumerateRunes())
            quoted.Append(Letter(rune));

        return quoted.Append('"').ToString();
    }

    private static string Letter(Rune rune) => rune.Value switch
    {
        '"' => "\\\"",
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
        _ when IsPrintable(rune) => rune.ToString(),
        <= 0xFFFF => $"\\u{rune.Value:x4}",
        _ => $"\\U{rune.Value:x8}",
    };

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);
}
