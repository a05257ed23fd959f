using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Subscriptions.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions.Tasks;

/// <summary>Ends what is over, one by one; a pass that dies leaves the rest to the next.</summary>
internal sealed class SubscriptionExpiry(IReadDb db, BackgroundCommandSender sender, TimeProvider clock) : IScheduledTask
{
    private static readonly Sql<PageArgs, Key> Over = new(
        """
        select s.id
        from subscriptions s
        where s.id > @After and s.status = 'active' and s.expires_at <= @Now
        order by s.id offset 0 rows fetch next 200 rows only
        """);

    public string Name => "Subscription Expiry";

    public string Description => "Ends subscriptions whose time is over.";

    public Setting<TaskSchedule> Schedule => SubscriptionSettings.Expiry;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        for (var page = await After(0, ct); page.Count > 0; page = await After(page[^1].Id, ct))
        {
            foreach (var key in page)
            {
                var ended = await sender.Send(new ExpireSubscription(new SubscriptionId(key.Id)), ct);
                if (ended is { IsSuccess: false, Error.Kind: not ErrorKind.NotFound })
                    return ended;
            }
        }

        return Result.Success;
    }

    private Task<IReadOnlyList<Key>> After(long id, CancellationToken ct) => db.List(Over, new PageArgs(id, clock.GetUtcNow()), ct);

    internal sealed record PageArgs(long After, DateTimeOffset Now);

    internal sealed record Key(long Id);
}
