using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Subscriptions.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions.Tasks;

/// <summary>
/// Looks for subscriptions whose plan's period is over. The row says how far it got, so a pass that dies is made up by the next.
/// </summary>
internal sealed partial class SubscriptionPeriods(
    IReadDb db, BackgroundCommandSender sender, TimeProvider clock, ILogger<SubscriptionPeriods> log)
    : IScheduledTask
{
    private static readonly Sql<PageArgs, Running> NextPage = new(
        """
        select s.id, s.period_started_at, s.expires_at, coalesce(p.duration_days, 0) as duration_days, s.next_reset_at
        from subscriptions s
        left join plans p on p.id = s.plan_id
        where s.id > @After
          and (s.next_reset_at <= @Now
               or (s.reset = 'none' and p.id is not null and s.status <> 'expired' and s.period_started_at <= @Yesterday and s.expires_at > @Now))
        order by s.id offset 0 rows fetch next 500 rows only
        """);

    public string Name => "Subscription Periods";

    public string Description => "Begins the next period of subscriptions, with nothing used.";

    public Setting<TaskSchedule> Schedule => SubscriptionTaskSettings.PeriodTurn;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        for (var page = await After(0, now, ct); page.Count > 0; page = await After(page[^1].Id, now, ct))
        {
            foreach (var running in page.Where(running => running.IsOver(now)))
                await RollOver(running, ct);
        }

        return Result.Success;
    }

    private async Task RollOver(Running running, CancellationToken ct)
    {
        var turned = await sender.Send(new RollOverTrafficPeriods(new SubscriptionId(running.Id), running.DurationDays), ct);
        if (!turned.IsSuccess && turned.Error != SubscriptionErrors.NothingToTurn)
            LogSkipped(running.Id, turned.Error.Code);
    }

    // No period is shorter than a day.
    private Task<IReadOnlyList<Running>> After(long id, DateTimeOffset now, CancellationToken ct) =>
        db.List(NextPage, new PageArgs(id, now, now.AddDays(-1)), ct);

    [LoggerMessage(LogLevel.Warning, "Subscription {Subscription} could not begin its next period: {Code}")]
    private partial void LogSkipped(long subscription, string code);

    internal sealed record PageArgs(long After, DateTimeOffset Now, DateTimeOffset Yesterday);

    internal sealed record Running(
        long Id, DateTimeOffset PeriodStartedAt, DateTimeOffset ExpiresAt, int DurationDays, DateTimeOffset? NextResetAt)
    {
        public bool IsOver(DateTimeOffset now) => NextResetAt <= now
            || PeriodStartedAt.AddDays(DurationDays) is var end && end <= now && end < ExpiresAt;
    }
}
