using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Subscriptions.Queries;

/// <summary>The caller's own, of every status.</summary>
/// <param name="Search">Part of its name or of its plan's.</param>
public sealed record ListMySubscriptions(string? Search, string? Status, string? Sort, string? Direction, Paging Paging)
    : IQuery<Page<MySubscriptionView>>;

internal sealed class ListMySubscriptionsHandler(IReadDb db, ICurrentActor actor, ITemplateChoices choices, TimeProvider clock)
    : IQueryHandler<ListMySubscriptions, Page<MySubscriptionView>>
{
    private const string Mine =
        $"""
        from subscriptions s
        where s.user_id = @UserId
          and (@Search is null or lower(s.name) like @Search escape '!' or lower(s.plan_name) like @Search escape '!')
          and (@Status is null or {SubscriptionSql.Status} = @Status)
        """;

    private static readonly Sql<Args, MySubscriptionView> Rows = new(
        $"""
        select s.id, s.name, s.plan_name, {SubscriptionSql.Status} as status, coalesce(s.template_id, 0) as template_id,
               s.available_template_ids, s.expires_at, {SubscriptionSql.Total} as traffic_total_bytes,
               {SubscriptionSql.Used} as traffic_used_bytes, s.devices_limit, s.last_refreshed_at, s.reset, s.period_started_at, s.next_reset_at
        {Mine}
        {SubscriptionSql.Page}
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Mine}");

    public async Task<Result<Page<MySubscriptionView>>> Handle(ListMySubscriptions query, CancellationToken ct)
    {
        var args = new Args(
            actor.UserId.Value,
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
