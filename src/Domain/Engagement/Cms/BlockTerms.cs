namespace VpsPanel.Domain.Engagement.Cms;

public sealed record BlockTerms(
    string Page, string Type, string Title, string Subtitle, string ContentJson, string CustomHtml, string Lang, bool Visible,
    int SortOrder);
