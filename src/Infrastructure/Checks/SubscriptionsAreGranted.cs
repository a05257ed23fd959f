using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Checks;

internal sealed class SubscriptionsAreGranted(IReadDb db) : IInvariant
{
    private static readonly Sql<CheckArgs, string> Ends = new(
        """
        select concat('subscription ', s.id, ' ends otherwise than its last grant says')
        from subscriptions s
        left join subscription_grants g on g.subscription_id = s.id
            and g.id = (select max(x.id) from subscription_grants x where x.subscription_id = s.id)
        where g.id is null or g.expires_after <> s.expires_at
        order by s.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Steps = new(
        """
        select concat('grant ', id, ' of subscription ', subscription_id, ' does not begin where the one before it ended')
        from (
            select id, subscription_id, expires_before,
                   lag(expires_after) over (partition by subscription_id, terms_number order by id) as ended
            from subscription_grants) g
        where ended is not null and ended <> expires_before
        order by id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Deliveries = new(
        """
        select concat('order ', o.id, ' is ', o.status, ' and was delivered ', count(g.id), ' times')
        from orders o
        left join subscription_grants g on g.order_id = o.id
        where o.kind = 'plan'
        group by o.id, o.status, o.paid_at
        having (o.paid_at is null and count(g.id) > 0) or (o.paid_at is not null and count(g.id) <> 1)
        order by o.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Owners = new(
        """
        select concat('grant ', g.id, ' of order ', o.id, ' went to a subscription of another user or plan')
        from subscription_grants g
        join subscriptions s on s.id = g.subscription_id and s.terms_number = g.terms_number
        join orders o on o.id = g.order_id
        where o.user_id <> s.user_id or o.plan_id <> s.plan_id
        order by g.id
        offset 0 rows fetch next @Take rows only
        """);

    public string Name => "A subscription lasts as long as was paid or granted, and every paid order was delivered once";

    public Task<IReadOnlyList<string>> Violations(CancellationToken ct) => db.Run(ct, Ends, Steps, Deliveries, Owners);
}
