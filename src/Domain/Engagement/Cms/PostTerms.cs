namespace VpsPanel.Domain.Engagement.Cms;

public sealed record PostTerms(
    CmsCategoryId CategoryId,
    string Title,
    string Slug,
    string Summary,
    string ContentHtml,
    string CoverUrl,
    string Lang,
    CmsPostStatus Status,
    bool Pinned,
    int SortOrder,
    DateTimeOffset? PublishedAt);
