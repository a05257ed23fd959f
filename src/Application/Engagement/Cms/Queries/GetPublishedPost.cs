using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Queries;

public sealed record GetPublishedPost(string Slug) : IQuery<CmsPostView>;

internal sealed class GetPublishedPostHandler(IReadDb db) : IQueryHandler<GetPublishedPost, CmsPostView>
{
    private static readonly Sql<Args, CmsPostView> One = new(
        $"""
        select {CmsPostView.Columns}
        from cms_posts p
        join cms_categories c on c.id = p.category_id
        where p.slug = @Slug and p.status = 'published' and c.visible = @Yes
        """);

    public async Task<Result<CmsPostView>> Handle(GetPublishedPost query, CancellationToken ct) =>
        await db.First(One, new Args(query.Slug, true), ct) is { } post ? post : CmsErrors.PostNotFound;

    internal sealed record Args(string Slug, bool Yes);
}
