using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Cms.Queries;

/// <summary>What everybody may read: published posts of visible categories.</summary>
public sealed record ListPublishedPosts(string? Lang, string? CategoryKey, Paging Paging) : IQuery<Page<CmsPostView>>;

internal sealed class ListPublishedPostsHandler(IReadDb db) : IQueryHandler<ListPublishedPosts, Page<CmsPostView>>
{
    private const string Public =
        """
        from cms_posts p
        join cms_categories c on c.id = p.category_id
        where p.status = 'published' and c.visible = @Yes
          and (@Lang is null or p.lang = @Lang)
          and (@CategoryKey is null or c.category_key = @CategoryKey)
        """;

    private static readonly Sql<Args, CmsPostView> Rows = new(
        $"""
        select {CmsPostView.Columns} {Public}
        order by p.pinned desc, p.sort_order, p.id desc offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Public}");

    public async Task<Result<Page<CmsPostView>>> Handle(ListPublishedPosts query, CancellationToken ct)
    {
        var args = new Args(
            CmsFilters.Word(query.Lang), CmsFilters.Word(query.CategoryKey), query.Paging.Skip, query.Paging.Take, true);
        return await db.Page(Rows, Count, args, ct);
    }

    internal sealed record Args(string? Lang, string? CategoryKey, int Skip, int Take, bool Yes);
}
