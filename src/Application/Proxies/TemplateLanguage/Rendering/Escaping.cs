using System.Buffers;
using System.Globalization;
using System.Text;
using VpsPanel.Application.Proxies.TemplateLanguage.Functions;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

internal static class Escaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'\0");

    /// <summary>As Go's <c>html</c> function writes it.</summary>
    public static string Html(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&#34;"),
                '\'' => escaped.Append("&#39;"),
                '\0' => escaped.Append('\uFFFD'),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Control characters and line separators become blanks; the ends are trimmed.</summary>
    public static string OneLine(string text) =>
        new string([.. text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)]).Trim();

    /// <summary>For a query component: a blank is a plus, everything but letters, digits and <c>-_.~</c> is percent-encoded.</summary>
    public static string Query(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var octet in GoText.ToBytes(text))
        {
            var letter = (char)octet;
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~')
                escaped.Append(letter);
            else if (letter == ' ')
                escaped.Append('+');
            else
                escaped.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    /// <summary>For a JavaScript string literal, as Go's <c>js</c> function writes it.</summary>
    public static string Script(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\\' or '\'' or '"' => escaped.Append('\\').Append((char)rune.Value),
                < ' ' or '<' or '>' or '&' or '=' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                < 0x7F => escaped.Append((char)rune.Value),
                0x7F => escaped.Append((char)0x7F),
                _ when GoQuote.IsPrintable(rune) => escaped.Append(rune.ToString()),
                _ => escaped.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
            };
        }

        return escaped.ToString();
    }
}
