using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms;

/// <summary>What commands answer, equal to what the queries read.</summary>
internal sealed class CmsMaps : Mappings
{
    public CmsMaps()
    {
        CreateMap<CmsCategory, CmsCategoryView>().ConvertUsing((category, _) => View(category));
        CreateMap<CmsPost, CmsPostView>().ConvertUsing((post, _) => View(post));
        CreateMap<CmsBlock, CmsBlockView>().ConvertUsing((block, _) => View(block));
    }

    private static CmsCategoryView View(CmsCategory category) => new(
        category.Id.Value,
        category.CategoryKey,
        category.Name,
        category.Lang,
        category.SortOrder,
        category.Visible,
        category.CreatedAt,
        category.UpdatedAt);

    private static CmsPostView View(CmsPost post) => new(
        post.Id.Value,
        post.CategoryId.Value,
        post.Title,
        post.Slug,
        post.Summary,
        post.ContentHtml,
        post.CoverUrl,
        post.Lang,
        WireNames.Of(post.Status),
        post.Pinned,
        post.SortOrder,
        post.PublishedAt,
        post.CreatedAt,
        post.UpdatedAt);

    private static CmsBlockView View(CmsBlock block) => new(
        block.Id.Value,
        block.Page,
        block.Type,
        block.Title,
        block.Subtitle,
        block.ContentJson,
        block.CustomHtml,
        block.Lang,
        block.Visible,
        block.SortOrder,
        block.CreatedAt,
        block.UpdatedAt);
}
