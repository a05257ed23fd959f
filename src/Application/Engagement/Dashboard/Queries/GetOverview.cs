using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Dashboard.Queries;

public sealed record GetOverview : IQuery<Overview>;

/// <summary>The business at a glance. Some numbers have two names, for two generations of clients. Money is in yuan.</summary>
/// <param name="ExpiringSoon">Hosts that end within a week, or have ended.</param>
/// <param name="Series">Revenue of the last 31 days, oldest first.</param>
public sealed record Overview(
    long TotalOrders,
    long PendingReview,
    Yuan Revenue,
    long VpsCount,
    long ExpiringSoon,
    IReadOnlyList<RevenuePoint> Series,
    long Provisioning,
    long Failed)
{
    public Yuan TotalRevenue => Revenue;

    public Yuan TodayRevenue => Series[^1].Amount;

    public long PendingOrders => PendingReview;

    public long VpsTotal => VpsCount;

    public long Expiring => ExpiringSoon;
}

internal sealed class GetOverviewHandler(IReadDb db, TimeProvider clock) : IQueryHandler<GetOverview, Overview>
{
    public const int Days = 31;

    private const int ExpiringDays = 7;

    private static readonly Sql<Args, Row> Totals = new(
        $"""
        select
            (select cast(count(*) as bigint) from orders where kind = 'console') as total_orders,
            (select cast(count(*) as bigint) from orders where kind = 'console' and status = 'pending_review') as pending_review,
            (select cast(count(*) as bigint) from orders where kind = 'console' and status = 'provisioning') as provisioning,
            (select cast(count(*) as bigint) from orders where kind = 'console' and status = 'failed') as failed,
            (select cast(coalesce(sum(o.total_cents), 0) as bigint) from orders o where {VpsPanel.Application.Engagement.Dashboard.Revenue.Counts}) as revenue,
            (select cast(count(*) as bigint) from vps) as vps_count,
            (select cast(count(*) as bigint) from vps where expire_at < @Soon) as expiring_soon
        """);

    public async Task<Result<Overview>> Handle(GetOverview query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var row = (await db.First(Totals, new Args(now.AddDays(ExpiringDays), Money.DefaultCurrency), ct))!;
        var series = await db.Daily(Days, now, ct);
        return new Overview(
            row.TotalOrders, row.PendingReview, new Yuan(row.Revenue), row.VpsCount, row.ExpiringSoon, series, row.Provisioning, row.Failed);
    }

    internal sealed record Args(DateTimeOffset Soon, string Currency);

    internal sealed record Row(
        long TotalOrders, long PendingReview, long Provisioning, long Failed, long Revenue, long VpsCount, long ExpiringSoon);
}
