
namespace VpsPanel.Application.Engagement.Cms;

/// <summary>Makes HTML that somebody typed safe to put into a page.</summary>
public interface IHtmlSanitizer
{
    /// <summary>
    /// The same text with only harmless elements, attributes, styles and links left. What is not allowed is left out, never
    /// refused. Cleaning a clean text changes nothing.
    /// </summary>
    string Clean(string html);
}
