using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders.Commands;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.VpsOrders.Tasks;

/// <summary>
/// Closes orders that were not paid in time, each in a transaction of its own: a pass that dies has closed those before and none after.
/// </summary>
internal sealed partial class UnpaidOrderExpiry(
    IReadDb db, BackgroundCommandSender sender, TimeProvider clock, ILogger<UnpaidOrderExpiry> log)
    : IScheduledTask
{
    private static readonly Sql<Args, Due> Overdue = new(
        """
        select o.id from orders o
        where o.payment_due_at <= @Now and o.id > @After
        order by o.created_at, o.id offset 0 rows fetch next 200 rows only
        """);

    public string Name => "Unpaid Order Expiry";

    public string Description => "Closes orders that were not paid in time and gives their places back to the stock.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.UnpaidOrderExpiry;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        var (now, after) = (clock.GetUtcNow(), 0L);
        while (await db.List(Overdue, new Args(now, after), ct) is { Count: > 0 } page)
        {
            foreach (var order in page)
                await Close(new OrderId(order.Id), ct);

            after = page[^1].Id;
        }

        return Result.Success;
    }

    /// <summary>One that is paid at this moment is refused, and one that breaks must not keep those behind it waiting.</summary>
    private async Task Close(OrderId id, CancellationToken ct)
    {
        try
        {
            var closed = await sender.Send(new ExpireOrder(id), ct);
            if (!closed.IsSuccess)
                LogSkipped(id.Value, closed.Error.Code);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogBroke(error, id.Value);
        }
    }

    [LoggerMessage(LogLevel.Information, "Order {Order} was not closed as unpaid: {Code}")]
    private partial void LogSkipped(long order, string code);

    [LoggerMessage(LogLevel.Error, "Order {Order} could not be closed as unpaid")]
    private partial void LogBroke(Exception error, long order);

    internal sealed record Args(DateTimeOffset Now, long After);

    internal sealed record Due(long Id);
}
