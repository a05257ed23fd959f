using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Proxies.Templates.Queries;

/// <param name="Search">Part of the name or the description.</param>
/// <param name="IncludeDrafts">Also templates that were never published.</param>
public sealed record ListSubscriptionTemplates(
    string? Search, string? ClientType, string? Format, bool IncludeDrafts, string? Sort, string? Direction, Paging Paging)
    : IQuery<Page<TemplateView>>;

internal sealed class ListSubscriptionTemplatesHandler(IReadDb db) : IQueryHandler<ListSubscriptionTemplates, Page<TemplateView>>
{
    private const string Wanted =
        """
        from subscription_templates t
        where (@Search is null or lower(t.name) like @Search escape '!' or lower(t.description) like @Search escape '!')
          and (@ClientType is null or t.client_type = @ClientType)
          and (@Format is null or t.format = @Format)
          and t.version >= @MinVersion
        """;

    private static readonly Sql<Args, TemplateView> Rows = new(
        $"""
        select t.id, t.name, t.description, t.client_type, t.format, t.functions, t.content, t.variables,
               case when t.default_of is null then @No else @Yes end as is_default,
               t.version, t.updated_at, t.published_at, t.last_published_by
        {Wanted}
        order by case when @SortBy = 'name asc' then t.name end, case when @SortBy = 'name desc' then t.name end desc,
                 case when @SortBy = 'client_type asc' then t.client_type end,
                 case when @SortBy = 'client_type desc' then t.client_type end desc,
                 case when @SortBy = 'version asc' then t.version end, case when @SortBy = 'version desc' then t.version end desc,
                 case when @SortBy = 'created_at asc' then t.created_at end,
                 case when @SortBy = 'created_at desc' then t.created_at end desc,
                 case when @SortBy = 'updated_at asc' then t.updated_at end,
                 case when @SortBy = 'updated_at desc' then t.updated_at end desc,
                 t.id
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    private static readonly SortKeys Keys = new("updated_at", true, "name", "client_type", "version", "created_at");

    public async Task<Result<Page<TemplateView>>> Handle(ListSubscriptionTemplates query, CancellationToken ct)
    {
        var args = new Args(
            Like.Containing(query.Search),
            query.ClientType,
            query.Format,
            query.IncludeDrafts ? 0 : 1,
            true,
            false,
            Keys.Read(query.Sort, query.Direction),
            query.Paging.Skip,
            query.Paging.Take);
        return await db.Page(Rows, Count, args, ct);
    }

    internal sealed record Args(
        string? Search, string? ClientType, string? Format, int MinVersion, bool Yes, bool No, string SortBy, int Skip, int Take);
}
