using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Html;

/// <summary>
/// Reads HTML as browsers do and writes it anew from an allow-list. The output is built here and not by a serializer: it holds no
/// comment, no raw text and no foreign content, so that no browser can read it as another tree than the one that was checked.
/// </summary>
internal sealed class HtmlSanitizer : IHtmlSanitizer
{
    /// <summary>Browsers flatten trees deeper than 512, which moves elements to places where nobody looked.</summary>
    private const int MaxDepth = 100;

    private const int MaxPasses = 5;

    public string Clean(string html)
    {
        // Unwrapping can leave nestings that a parser rearranges once more, such as a paragraph inside a paragraph.
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var clean = Rewrite(html);
            if (clean == html)
                break;

            html = clean;
        }

        return AuthoredText.DefuseAddresses(html);
    }

    private static string Rewrite(string html)
    {
        var parser = new HtmlParser();
        using var page = parser.ParseDocument("");
        var output = new StringBuilder(html.Length);
        foreach (var node in parser.ParseFragment(html, page.Body!))
            Write(node, output, 0);

        return output.ToString();
    }

    private static void Write(INode node, StringBuilder output, int depth)
    {
        if (node is IText text)
            Escape(text.Data, output);
        else if (node is IElement element && depth < MaxDepth && !IsDropped(element))
            WriteElement(element, output, depth);
    }

    private static void WriteElement(IElement element, StringBuilder output, int depth)
    {
        var allowed = HtmlAllowList.Elements.ContainsKey(element.LocalName);
        if (allowed)
            WriteTag(element, output);

        if (HtmlAllowList.Voids.Contains(element.LocalName))
            return;

        // Parsers drop the first line break of this one.
        if (allowed && element.LocalName == "pre")
            output.Append('\n');

        foreach (var child in element.ChildNodes)
            Write(child, output, depth + 1);

        if (allowed)
            output.Append("</").Append(element.LocalName).Append('>');
    }

    private static void WriteTag(IElement element, StringBuilder output)
    {
        output.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.NamespaceUri is null && HtmlAllowList.Clean(element.LocalName, attribute.LocalName, attribute.Value) is { } value)
                WriteAttribute(attribute.LocalName, value, output);
        }

        // A page opened in a new tab must not get hold of this one.
        if (element.LocalName == "a")
            WriteAttribute("rel", "noopener noreferrer", output);

        output.Append('>');
    }

    private static void WriteAttribute(string name, string value, StringBuilder output)
    {
        output.Append(' ').Append(name).Append("=\"");
        Escape(value, output);
        output.Append('"');
    }

    /// <summary>Foreign content and what is not text for a reader goes with everything inside.</summary>
    private static bool IsDropped(IElement element) =>
        element.NamespaceUri != NamespaceNames.HtmlUri || HtmlAllowList.Dropped.Contains(element.LocalName);

    private static void Escape(string text, StringBuilder output)
    {
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '&' => output.Append("&amp;"),
                '"' => output.Append("&quot;"),
                '`' => output.Append("&#96;"),
                _ => output.Append(letter),
            };
        }
    }
}
