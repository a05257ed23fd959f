using VpsPanel.Application.Engagement.Notifications.Commands;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Sales.VpsOrders.Queries;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Notifications.Tasks;

/// <summary>
/// Reminds the admins who may approve of orders that have waited too long for a review, once for each review. A pass that dies goes on
/// with those that nobody was told of.
/// </summary>
internal sealed class ReviewReminder(
    IReadDb db, BackgroundCommandSender sender, AdminDirectory admins, ISettings settings, TimeProvider clock)
    : IScheduledTask
{
    private static readonly Sql<Args, Waiting> Overdue = new(
        $"""
        select o.id, o.order_no, {OverdueReview.Since} as since
        from orders o
        where {OverdueReview.Condition} and o.id > @After
          and not exists (select 1 from notifications n where n.cause = concat('order:', o.id, ':review_overdue'))
        order by o.created_at, o.id offset 0 rows fetch next 200 rows only
        """);

    public string Name => "Review Reminder";

    public string Description => "Reminds admins of orders that have waited too long for a review.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.ReviewReminder;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        var reviewers = await admins.WhoMay("order.approve", ct);
        if (reviewers.Count == 0)
            return Result.Success;

        var (until, after) = (clock.GetUtcNow().AddHours(-await settings.Number(OrderSettings.ReviewOverdueHours, ct)), 0L);
        while (await db.List(Overdue, new Args(until, after), ct) is { Count: > 0 } page)
        {
            foreach (var order in page)
            {
                var told = await sender.Send(new RemindOfReview(new OrderId(order.Id), order.OrderNo, order.Since, reviewers), ct);
                if (!told.IsSuccess)
                    return told;
            }

            after = page[^1].Id;
        }

        return Result.Success;
    }

    internal sealed record Args(DateTimeOffset OverdueSince, long After);

    internal sealed record Waiting(long Id, string OrderNo, DateTimeOffset Since);
}
