using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Cms.Queries;

/// <param name="Page">Blank for every page.</param>
/// <param name="Lang">Blank for every language.</param>
public sealed record ListBlocks(string? Page, string? Lang, bool HiddenToo) : IQuery<Listing<CmsBlockView>>;

internal sealed class ListBlocksHandler(IReadDb db) : IQueryHandler<ListBlocks, Listing<CmsBlockView>>
{
    private static readonly Sql<Args, CmsBlockView> Rows = new(
        $"""
        select {CmsBlockView.Columns}
        from cms_blocks b
        where (@Page is null or b.page = @Page) and (@Lang is null or b.lang = @Lang) and (b.visible = @Yes or @HiddenToo = @Yes)
        order by b.sort_order, b.id
        """);

    public async Task<Result<Listing<CmsBlockView>>> Handle(ListBlocks query, CancellationToken ct) =>
        new Listing<CmsBlockView>(
            await db.List(Rows, new Args(CmsFilters.Word(query.Page), CmsFilters.Word(query.Lang), query.HiddenToo, true), ct));

    internal sealed record Args(string? Page, string? Lang, bool HiddenToo, bool Yes);
}
