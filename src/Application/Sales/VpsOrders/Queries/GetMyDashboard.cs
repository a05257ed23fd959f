using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.VpsOrders.Queries;

public sealed record GetMyDashboard : IQuery<DashboardView>;

/// <param name="Expiring">VPS that end within a week, or have ended.</param>
/// <param name="Spend30d">Approved orders of the last 30 days, less what was refunded.</param>
public sealed record DashboardView(
    long Orders, long Vps, long PendingReview, long Expiring, [property: JsonPropertyName("spend_30d")] Yuan Spend30d);

internal sealed class GetMyDashboardHandler(IReadDb db, ICurrentActor actor, TimeProvider clock)
    : IQueryHandler<GetMyDashboard, DashboardView>
{
    private const int ExpiringDays = 7;
    private const int SpendDays = 30;

    private static readonly Sql<Args, DashboardView> Counts = new(
        """
        select
            (select cast(count(*) as bigint) from orders where user_id = @UserId and kind = 'console') as orders,
            (select cast(count(*) as bigint) from vps where user_id = @UserId) as vps,
            (select cast(count(*) as bigint) from orders
             where user_id = @UserId and kind = 'console' and status = 'pending_review') as pending_review,
            (select cast(count(*) as bigint) from vps where user_id = @UserId and expire_at < @Soon) as expiring,
            (select cast(coalesce(sum(total_cents), 0) as bigint) from orders
             where user_id = @UserId and kind = 'console' and created_at >= @Since
               and status in ('approved', 'provisioning', 'active')) as spend30d
        """);

    public async Task<Result<DashboardView>> Handle(GetMyDashboard query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var counts = await db.First(Counts, new Args(actor.UserId.Value, now.AddDays(ExpiringDays), now.AddDays(-SpendDays)), ct);
        return counts!;
    }

    internal sealed record Args(long UserId, DateTimeOffset Soon, DateTimeOffset Since);
}
