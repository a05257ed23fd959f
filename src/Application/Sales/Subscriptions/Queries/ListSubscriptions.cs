using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Subscriptions.Queries;

/// <summary>Everybody's, for admins.</summary>
/// <param name="Search">Part of its name, of its plan's, or of its owner's name or e-mail address.</param>
/// <param name="UserId">0 for everybody.</param>
public sealed record ListSubscriptions(string? Search, string? Status, long UserId, string? Sort, string? Direction, Paging Paging)
    : IQuery<Page<SubscriptionView>>;

internal sealed class ListSubscriptionsHandler(IReadDb db, ITemplateChoices choices, TimeProvider clock) : IQueryHandler<ListSubscriptions, Page<SubscriptionView>>
{
    private const string Wanted =
        $"""
        from subscriptions s
        join users u on u.id = s.user_id
        where (@UserId = 0 or s.user_id = @UserId)
          and (@Search is null or lower(s.name) like @Search escape '!' or lower(s.plan_name) like @Search escape '!'
               or lower(u.username) like @Search escape '!' or lower(u.email) like @Search escape '!')
          and (@Status is null or {SubscriptionSql.Status} = @Status)
        """;

    private static readonly Sql<Args, SubscriptionView> Rows = new(
        $"""
        select s.id, s.user_id, s.plan_id, s.name, s.plan_name, {SubscriptionSql.Status} as status,
               coalesce(s.template_id, 0) as template_id, s.available_template_ids, s.expires_at,
               {SubscriptionSql.Total} as traffic_total_bytes, {SubscriptionSql.Used} as traffic_used_bytes, s.devices_limit,
               s.last_refreshed_at, s.created_at, s.updated_at, s.reset, s.period_started_at, s.next_reset_at
        {Wanted}
        {SubscriptionSql.Page}
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    public async Task<Result<Page<SubscriptionView>>> Handle(ListSubscriptions query, CancellationToken ct)
    {
        var args = new Args(
            query.UserId,
            Like.Containing(query.Search),
            query.Status,
            clock.GetUtcNow(),
            SubscriptionSql.Keys.Read(query.Sort, query.Direction),
            query.Paging.Skip,
            query.Paging.Take);
        var (page, choose) = (await db.Page(Rows, Count, args, ct), await choices.Get(ct));
        return page with { Items = [.. page.Items.Select(view => view.With(choose))] };
    }

    internal sealed record Args(long UserId, string? Search, string? Status, DateTimeOffset Now, string SortBy, int Skip, int Take);
}
