using System.Collections.Frozen;
using System.Text.RegularExpressions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Html;

/// <summary>
/// What may stay in content. No <c>id</c> and no <c>name</c>: they would become variables of the page's scripts.
/// </summary>
internal static partial class HtmlAllowList
{
    /// <summary>Elements with the attributes of their own. Others are left out and their children stay.</summary>
    public static readonly FrozenDictionary<string, string[]> Elements = Table(
        ("a", "href target"), ("img", "src alt width height loading"), ("ol", "start reversed type"), ("li", "value"),
        ("td", "colspan rowspan"), ("th", "colspan rowspan scope"), ("col", "span"), ("colgroup", "span"),
        ("blockquote", "cite"), ("q", "cite"), ("del", "cite datetime"), ("ins", "cite datetime"), ("time", "datetime"),
        ("details", "open"),
        ("abbr", ""), ("address", ""), ("article", ""), ("aside", ""), ("b", ""), ("bdi", ""), ("bdo", ""), ("br", ""), ("caption", ""),
        ("cite", ""), ("code", ""), ("dd", ""), ("dfn", ""), ("div", ""), ("dl", ""), ("dt", ""), ("em", ""), ("figcaption", ""),
        ("figure", ""), ("footer", ""), ("h1", ""), ("h2", ""), ("h3", ""), ("h4", ""), ("h5", ""), ("h6", ""), ("header", ""), ("hr", ""),
        ("i", ""), ("kbd", ""), ("main", ""), ("mark", ""), ("nav", ""), ("p", ""), ("pre", ""), ("s", ""), ("samp", ""), ("section", ""),
        ("small", ""), ("span", ""), ("strong", ""), ("sub", ""), ("summary", ""), ("sup", ""), ("table", ""), ("tbody", ""), ("tfoot", ""),
        ("thead", ""), ("tr", ""), ("u", ""), ("ul", ""), ("var", ""), ("wbr", ""));

    public static readonly FrozenSet<string> Voids = Words("br col hr img wbr");

    /// <summary>Elements that go with their content, which is no text for a reader.</summary>
    public static readonly FrozenSet<string> Dropped = Words(
        "script style iframe frame frameset noframes object embed applet param noscript noembed template title textarea select option "
        + "xmp plaintext listing math svg link meta base audio video source track canvas portal fencedframe dialog");

    private static readonly FrozenSet<string> Everywhere = Words("class title lang dir role aria-label aria-hidden");

    private static readonly FrozenSet<string> Numbers = Words("width height colspan rowspan start value span");

    private static readonly FrozenSet<string> StyleProperties = Words(
        "color background-color text-align text-decoration text-transform vertical-align white-space line-height letter-spacing font-size "
        + "font-weight font-style width max-width min-width height max-height min-height margin margin-top margin-right margin-bottom "
        + "margin-left padding padding-top padding-right padding-bottom padding-left border border-top border-right border-bottom "
        + "border-left border-radius border-color border-width border-style border-collapse display flex-direction flex-wrap "
        + "justify-content align-items gap list-style-type float clear");

    /// <summary>The value to write, or null to leave the attribute out.</summary>
    public static string? Clean(string element, string attribute, string value)
    {
        if (attribute == "style")
            return Style(value);

        if (!Everywhere.Contains(attribute) && !Elements[element].Contains(attribute))
            return null;

        return attribute switch
        {
            "href" => Url(value, "http", "https", "mailto", "tel"),
            "src" or "cite" => Url(value, "http", "https"),
            "target" => value is "_blank" or "_self" ? value : null,
            _ when Numbers.Contains(attribute) => Number().IsMatch(value) ? value : null,
            _ => value,
        };
    }

    /// <summary>The link without what browsers leave out of it; null when its scheme is not one of these.</summary>
    private static string? Url(string text, params string[] schemes)
    {
        var url = string.Concat(text.Where(letter => !char.IsControl(letter))).Trim(' ');
        return Links.HasNoSchemeBut(url, schemes) ? url : null;
    }

    /// <summary>
    /// Declarations that are wholly made of plain words, numbers and colours. A value with a quote, a backslash, a comment or a
    /// function such as url() is none, so cutting at semicolons is exact.
    /// </summary>
    private static string? Style(string text)
    {
        var kept = text.Split(';')
            .Select(declaration => declaration.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2 && StyleProperties.Contains(pair[0].ToLowerInvariant()) && StyleValue().IsMatch(pair[1]))
            .Select(pair => $"{pair[0].ToLowerInvariant()}: {pair[1]}")
            .ToList();
        return kept.Count > 0 ? string.Join("; ", kept) : null;
    }

    private static FrozenDictionary<string, string[]> Table(params (string Element, string Attributes)[] rows) =>
        rows.ToFrozenDictionary(row => row.Element, row => row.Attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static FrozenSet<string> Words(string text) => text.Split(' ').ToFrozenSet();

    [GeneratedRegex(@"\A\d{1,4}%?\z", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\A(?:(?:#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([0-9.,% /]{1,40}\)|-?[0-9.]{1,8}(?:px|em|rem|pt|vw|vh|%)?|[a-z-]{1,24})(?: +|\z)){1,6}\z",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex StyleValue();
}
