using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Cms.Queries;

/// <param name="Lang">Blank for every language.</param>
public sealed record ListCategories(string? Lang) : IQuery<Listing<CmsCategoryView>>;

internal sealed class ListCategoriesHandler(IReadDb db) : IQueryHandler<ListCategories, Listing<CmsCategoryView>>
{
    private static readonly Sql<Args, CmsCategoryView> Rows = new(
        $"select {CmsCategoryView.Columns} from cms_categories c where @Lang is null or c.lang = @Lang order by c.sort_order, c.id");

    public async Task<Result<Listing<CmsCategoryView>>> Handle(ListCategories query, CancellationToken ct) =>
        new Listing<CmsCategoryView>(await db.List(Rows, new Args(CmsFilters.Word(query.Lang)), ct));

    internal sealed record Args(string? Lang);
}

internal static class CmsFilters
{
    /// <summary>Null, which means all, for a blank word.</summary>
    public static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
