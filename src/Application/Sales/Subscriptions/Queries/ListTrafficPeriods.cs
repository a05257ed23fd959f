using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions.Queries;

/// <summary>What was used in the periods of a subscription that are over, the last one first.</summary>
/// <param name="Owner">Null for an admin; a stranger's subscription is missing.</param>
public sealed record ListTrafficPeriods(SubscriptionId Id, UserId? Owner, Paging Paging) : IQuery<Page<TrafficPeriodView>>;

/// <param name="TotalBytes">What could be used; 0 for no limit.</param>
public sealed record TrafficPeriodView(long Id, UnixSeconds StartedAt, UnixSeconds EndedAt, long TotalBytes, long UsedBytes);

internal sealed class ListTrafficPeriodsHandler(IReadDb db) : IQueryHandler<ListTrafficPeriods, Page<TrafficPeriodView>>
{
    private static readonly Sql<Args, long> Known =
        new("select cast(count(*) as bigint) from subscriptions s where s.id = @Id and (@UserId = 0 or s.user_id = @UserId)");

    private static readonly Sql<Args, TrafficPeriodView> Rows = new(
        """
        select p.id, p.started_at, p.ended_at, p.total_bytes, p.used_bytes
        from subscription_traffic_periods p
        where p.subscription_id = @Id
        order by p.id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count =
        new("select cast(count(*) as bigint) from subscription_traffic_periods p where p.subscription_id = @Id");

    public async Task<Result<Page<TrafficPeriodView>>> Handle(ListTrafficPeriods query, CancellationToken ct)
    {
        var args = new Args(query.Id.Value, query.Owner?.Value ?? 0, query.Paging.Skip, query.Paging.Take);
        if (await db.Scalar(Known, args, ct) == 0)
            return SubscriptionErrors.NotFound;

        return await db.Page(Rows, Count, args, ct);
    }

    internal sealed record Args(long Id, long UserId, int Skip, int Take);
}
