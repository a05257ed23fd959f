using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Cms.Queries;

/// <summary>All posts, for admins.</summary>
public sealed record ListPosts(string? Lang, string? Status, long? CategoryId, Paging Paging) : IQuery<Page<CmsPostView>>;

internal sealed class ListPostsHandler(IReadDb db) : IQueryHandler<ListPosts, Page<CmsPostView>>
{
    private const string Wanted =
        """
        from cms_posts p
        where (@Lang is null or p.lang = @Lang)
          and (@Status is null or p.status = @Status)
          and (@CategoryId is null or p.category_id = @CategoryId)
        """;

    private static readonly Sql<Args, CmsPostView> Rows = new(
        $"""
        select {CmsPostView.Columns} {Wanted}
        order by p.pinned desc, p.sort_order, p.id desc offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    public async Task<Result<Page<CmsPostView>>> Handle(ListPosts query, CancellationToken ct)
    {
        var args = new Args(
            CmsFilters.Word(query.Lang),
            CmsFilters.Word(query.Status)?.ToLowerInvariant(),
            query.CategoryId,
            query.Paging.Skip,
            query.Paging.Take);
        return await db.Page(Rows, Count, args, ct);
    }

    internal sealed record Args(string? Lang, string? Status, long? CategoryId, int Skip, int Take);
}
