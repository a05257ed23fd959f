using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Cms;

public static class AuthoredHtml
{
    /// <summary>For what may be text or HTML: text stays text, in which nothing acts.</summary>
    public static string CleanText(this IHtmlSanitizer sanitizer, string text)
    {
        var at = text.IndexOf('<', StringComparison.Ordinal);
        while (at >= 0 && at + 1 < text.Length && !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?'))
            at = text.IndexOf('<', at + 1);

        return at >= 0 && at + 1 < text.Length ? sanitizer.Clean(text) : AuthoredText.Defuse(text);
    }
}
