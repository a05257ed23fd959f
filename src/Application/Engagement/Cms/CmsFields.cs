using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms;

// Forms as admins send them. What is missing keeps its value, or is the default of something new.

public sealed record CategoryFields(string? Key, string? Name, string? Lang, int? SortOrder, bool? Visible)
{
    internal CategoryTerms Over(CmsCategory? old) => new(
        Key ?? old?.CategoryKey ?? "",
        Name ?? old?.Name ?? "",
        Lang.OrElse(old?.Lang),
        SortOrder ?? old?.SortOrder ?? 0,
        Visible ?? old?.Visible ?? true);
}

/// <param name="PublishedAt">Null keeps the time, a blank one clears it.</param>
public sealed record PostFields(
    long? CategoryId,
    string? Title,
    string? Slug,
    string? Summary,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? ContentHtml,
    string? CoverUrl,
    string? Lang,
    [property: WordsOf(typeof(CmsPostStatus))] string? Status,
    bool? Pinned,
    int? SortOrder,
    Moment? PublishedAt)
{
    internal PostTerms Over(CmsPost? old, IHtmlSanitizer sanitizer) => new(
        CategoryId is { } category ? new CmsCategoryId(category) : old?.CategoryId ?? default,
        Title ?? old?.Title ?? "",
        Slug ?? old?.Slug ?? "",
        Summary ?? old?.Summary ?? "",
        ContentHtml is { } html ? sanitizer.Clean(html) : old?.ContentHtml ?? "",
        CoverUrl ?? old?.CoverUrl ?? "",
        Lang.OrElse(old?.Lang),
        WireNames.TryParse<CmsPostStatus>(Status, out var status) ? status : old?.Status ?? CmsPostStatus.Draft,
        Pinned ?? old?.Pinned ?? false,
        SortOrder ?? old?.SortOrder ?? 0,
        PublishedAt is { } moment ? moment.At : old?.PublishedAt);
}

/// <summary>A time, or the wish to have none.</summary>
public readonly record struct Moment(DateTimeOffset? At);

public sealed record BlockFields(
    string? Page,
    string? Type,
    string? Title,
    string? Subtitle,
    string? ContentJson,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? CustomHtml,
    string? Lang,
    bool? Visible,
    int? SortOrder)
{
    internal BlockTerms Over(CmsBlock? old, IHtmlSanitizer sanitizer) => new(
        Page ?? old?.Page ?? "",
        Type ?? old?.Type ?? "",
        Title ?? old?.Title ?? "",
        Subtitle ?? old?.Subtitle ?? "",
        string.IsNullOrWhiteSpace(ContentJson) ? old?.ContentJson ?? "{}" : AuthoredText.DefuseJson(ContentJson),
        CustomHtml is { } html ? sanitizer.Clean(html) : old?.CustomHtml ?? "",
        Lang.OrElse(old?.Lang),
        Visible ?? old?.Visible ?? true,
        SortOrder ?? old?.SortOrder ?? 0);
}

internal static class CmsDefaults
{
    public static string OrElse(this string? lang, string? old) => string.IsNullOrWhiteSpace(lang) ? old ?? CmsPages.DefaultLang : lang;
}
