namespace VpsPanel.Domain.Engagement.Cms;

/// <summary>The pages that clients know, with the sections that each of them needs.</summary>
public static class CmsPages
{
    public const string DefaultLang = "zh-CN";

    private static readonly string[] Languages = [DefaultLang, "en-US"];

    private static readonly string[] Reserved = ["api", "admin", "uploads", "assets", "static", "install"];

    private static readonly Dictionary<string, string[]> Sections = new()
    {
        ["home"] = ["hero", "features", "products", "cta"],
        ["products"] = ["hero", "calculator", "pricing", "comparison", "cta"],
        ["docs"] = ["hero", "posts", "resources"],
        ["announcements"] = ["hero", "posts", "resources"],
        ["activities"] = ["hero", "posts", "resources"],
        ["tutorials"] = ["hero", "posts", "resources"],
        ["footer"] = ["footer"],
        ["help"] = ["help_hero", "help_actions", "help_faq", "help_contact"],
    };

    /// <summary>
    /// The sections that a page needs, in order. Empty for other pages and for languages that the site does not speak: anybody
    /// may ask for any word, and must not fill the table by that.
    /// </summary>
    public static IReadOnlyList<string> DefaultsOf(string page, string lang) =>
        Languages.Contains(lang) && Sections.TryGetValue(page, out var types) ? types : [];

    /// <summary>Every page that clients know, in every language of the site.</summary>
    public static IEnumerable<(string Page, string Lang)> Known => Sections.Keys.SelectMany(page => Languages.Select(lang => (page, lang)));

    public static bool IsReserved(string page) => Reserved.Contains(page.Trim(), StringComparer.OrdinalIgnoreCase);

    public static bool IsValid(string page) =>
        !string.IsNullOrWhiteSpace(page) && !page.Contains('/') && !page.Contains('\\') && !page.Contains("..", StringComparison.Ordinal);
}
