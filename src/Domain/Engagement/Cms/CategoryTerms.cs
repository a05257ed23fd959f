namespace VpsPanel.Domain.Engagement.Cms;

public sealed record CategoryTerms(string Key, string Name, string Lang, int SortOrder, bool Visible);
