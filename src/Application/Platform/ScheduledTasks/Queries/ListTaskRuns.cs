using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.ScheduledTasks.Queries;

public sealed record ListTaskRuns(string Key, Paging Paging) : IQuery<Page<TaskRunView>>;

public sealed record TaskRunView(
    long Id, string TaskKey, string Status, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, long DurationSec, string Message,
    DateTimeOffset CreatedAt);

internal sealed class ListTaskRunsHandler(IReadDb db, IEnumerable<IScheduledTask> tasks) : IQueryHandler<ListTaskRuns, Page<TaskRunView>>
{
    private static readonly Sql<RunArgs, TaskRunView> Rows = new(
        """
        select id, task_key, status, started_at, finished_at, duration_sec, message, started_at as created_at
        from scheduled_task_runs
        where task_key = @Task
        order by id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<RunArgs, long> Count =
        new("select cast(count(*) as bigint) from scheduled_task_runs where task_key = @Task");

    public async Task<Result<Page<TaskRunView>>> Handle(ListTaskRuns request, CancellationToken cancellationToken)
    {
        if (tasks.All(task => task.Key() != request.Key))
            return ScheduledTaskErrors.NotFound;

        return await db.Page(Rows, Count, new RunArgs(request.Key, request.Paging.Skip, request.Paging.Take), cancellationToken);
    }

    internal sealed record RunArgs(string Task, int Skip, int Take);
}
