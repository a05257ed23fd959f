using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms;

public sealed record CmsCategoryView(
    long Id,
    [property: JsonPropertyName("key")] string CategoryKey,
    string Name,
    string Lang,
    int SortOrder,
    bool Visible,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    internal const string Columns = "c.id, c.category_key, c.name, c.lang, c.sort_order, c.visible, c.created_at, c.updated_at";
}

public sealed record CmsPostView(
    long Id,
    long CategoryId,
    string Title,
    string Slug,
    string Summary,
    string ContentHtml,
    string CoverUrl,
    string Lang,
    [property: WordsOf(typeof(CmsPostStatus))] string Status,
    bool Pinned,
    int SortOrder,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? PublishedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    internal const string Columns =
        """
        p.id, p.category_id, p.title, p.slug, p.summary, p.content_html, p.cover_url, p.lang, p.status, p.pinned, p.sort_order,
        p.published_at, p.created_at, p.updated_at
        """;
}

/// <param name="ContentJson">JSON as a text.</param>
public sealed record CmsBlockView(
    long Id,
    string Page,
    string Type,
    string Title,
    string Subtitle,
    string ContentJson,
    string CustomHtml,
    string Lang,
    bool Visible,
    int SortOrder,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    internal const string Columns =
        """
        b.id, b.page, b.type, b.title, b.subtitle, b.content_json, b.custom_html, b.lang, b.visible, b.sort_order,
        b.created_at, b.updated_at
        """;
}
