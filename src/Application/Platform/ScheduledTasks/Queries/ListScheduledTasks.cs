using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.ScheduledTasks.Queries;

public sealed record ListScheduledTasks : IQuery<Listing<ScheduledTaskView>>;

public sealed record ScheduledTaskView(
    string Key, string Name, string Description, bool Enabled, string Strategy, int IntervalSec, string DailyAt,
    DateTimeOffset? LastRunAt, DateTimeOffset? NextRunAt, bool Running, string? LastStatus, string? LastError, long? LastElapsedSec);

internal sealed class ListScheduledTasksHandler(IEnumerable<IScheduledTask> tasks, ScheduledTaskViews views)
    : IQueryHandler<ListScheduledTasks, Listing<ScheduledTaskView>>
{
    public async Task<Result<Listing<ScheduledTaskView>>> Handle(ListScheduledTasks request, CancellationToken cancellationToken)
    {
        var items = new List<ScheduledTaskView>();
        foreach (var task in tasks.OrderBy(task => task.Key(), StringComparer.Ordinal))
            items.Add(await views.Of(task, cancellationToken));

        return new Listing<ScheduledTaskView>(items);
    }
}
