using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Checks;

internal sealed class SuspenseIsResolved(IReadDb db, TimeProvider clock) : IInvariant
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private static readonly Sql<Args, string> Waiting = new(
        """
        select concat('suspense payment ', s.id, ' of ', s.amount_cents, ' ', s.currency, ' from ', s.provider, ' waits for more than a day')
        from suspense_payments s
        where s.status = 'open' and s.created_at < @Before
        order by s.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, string> NotCredited = new(
        """
        select concat('suspense payment ', s.id, ' was assigned to user ', s.user_id, ', but no wallet of theirs got ', s.amount_cents)
        from suspense_payments s
        where s.status = 'assigned' and s.created_at < @Before and not exists (
            select 1 from wallet_entries e
            join wallets w on w.id = e.wallet_id
            where w.user_id = s.user_id and e.ref_type = 'suspense_payment' and e.ref_id = s.id and e.amount_cents = s.amount_cents)
        order by s.id
        offset 0 rows fetch next @Take rows only
        """);

    public string Name => "Money that matched nothing is resolved within a day, and what was assigned is in a wallet";

    public async Task<IReadOnlyList<string>> Violations(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. await db.List(Waiting, new Args(now - Patience, CheckArgs.Most), ct),
            .. await db.List(NotCredited, new Args(now, CheckArgs.Most), ct),
        ];
    }

    internal sealed record Args(DateTimeOffset Before, int Take);
}
