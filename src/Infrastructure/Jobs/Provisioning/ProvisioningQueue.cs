using System.Data.Common;
using Dapper;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Infrastructure.Jobs.Engine;

namespace VpsPanel.Infrastructure.Jobs.Provisioning;

/// <summary>
/// Queues the background jobs of provisioning rows. A row names the job that works on it at present: a job that is queued for it while
/// another one is alive is taken back, and one whose work another job does now is marked as superseded.
/// </summary>
internal sealed class ProvisioningQueue(
    JobStorage storage, IBackgroundJobClient client, IReadDb reads, DbDataSource source, TimeProvider clock) : IProvisioningQueue
{
    /// <summary>A row that is due for so long was not taken up by the job that the commit queued.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private static readonly Sql<RowArgs, Row> One = new(
        "select id, status, next_run_at, background_job_id from provision_jobs where id = @Id");

    private static readonly Sql<OverdueArgs, Row> Overdue = new(
        """
        select id, status, next_run_at, background_job_id
        from provision_jobs
        where ((status in ('pending', 'retry') and next_run_at <= @Late) or (status = 'running' and next_run_at <= @Now))
          and (@Action is null or action = @Action)
        order by next_run_at, id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<KindArgs, Earliest> NextOpen = new(
        """
        select min(case when status = 'running' then next_run_at end) as running_at,
               min(case when status <> 'running' then next_run_at end) as waiting_at
        from provision_jobs
        where status in ('pending', 'retry', 'running') and (@Action is null or action = @Action)
        """);

    /// <summary>Sees to it that a job works on the row: queues one, starts one that waits, or leaves one alone that is on its way.</summary>
    public async Task Enqueue(long id, CancellationToken ct)
    {
        if (await reads.First(One, new RowArgs(id), ct) is { Status: not "done" } row)
            await Enqueue(row, ct);
    }

    /// <summary>Whether no other job is on its way for the row. A job may start before its row names it.</summary>
    public async Task<bool> IsCurrent(long id, string job, CancellationToken ct) =>
        await reads.First(One, new RowArgs(id), ct) is { } row
        && (row.BackgroundJobId is null || row.BackgroundJobId == job || !IsOnItsWay(StateOf(row.BackgroundJobId)));

    public async Task<int> EnqueueOverdue(OrderItemAction? only, int atMost, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await reads.List(Overdue, new OverdueArgs(now, now - Grace, Name(only), atMost), ct);
        foreach (var row in rows)
            await Enqueue(row, ct);

        return rows.Count;
    }

    public async Task<DateTimeOffset?> NextOverdue(OrderItemAction? only, CancellationToken ct)
    {
        var next = await reads.First(NextOpen, new KindArgs(Name(only)), ct);
        return (next?.RunningAt, next?.WaitingAt + Grace) switch
        {
            ({ } running, { } waiting) => running < waiting ? running : waiting,
            var (running, waiting) => running ?? waiting,
        };
    }

    private static string? Name(OrderItemAction? only) => only is { } action ? WireNames.Of(action) : null;

    private static Job JobOf(long id) =>
        Job.FromExpression<ProvisioningJob>(job => job.Run(id, null!, CancellationToken.None), JobQueues.Provisioning);

    private async Task Enqueue(Row row, CancellationToken ct)
    {
        var state = row.BackgroundJobId is { } present ? StateOf(present) : null;
        if (row.Status != "running" && state == EnqueuedState.StateName)
            return;

        var wait = row.Status == "running" ? TimeSpan.Zero : row.NextRunAt - clock.GetUtcNow();
        if (row.Status != "running" && state == ScheduledState.StateName && wait <= TimeSpan.Zero
            && client.ChangeState(row.BackgroundJobId, new EnqueuedState(), ScheduledState.StateName))
            return;

        IState first = wait > TimeSpan.Zero ? new ScheduledState(wait) : new EnqueuedState();
        await Replace(row, client.Create(JobOf(row.Id), first), state, ct);
    }

    /// <summary>Makes the new job the row's; when somebody else was faster, the new one goes.</summary>
    private async Task Replace(Row row, string created, string? oldState, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var replaced = await connection.ExecuteAsync(new CommandDefinition(
            """
            update provision_jobs set background_job_id = @created
            where id = @Id and (background_job_id = @BackgroundJobId or (background_job_id is null and @BackgroundJobId is null))
            """,
            new { created, row.Id, row.BackgroundJobId },
            cancellationToken: ct));
        if (replaced == 0)
            client.ChangeState(created, new SupersededState("another node queued one at the same time", null));
        else if (oldState == FailedState.StateName || oldState == EnqueuedState.StateName || oldState == ScheduledState.StateName)
            client.ChangeState(row.BackgroundJobId, new SupersededState($"job {created} does its work", created), oldState);
    }

    private static bool IsOnItsWay(string? state) =>
        state == EnqueuedState.StateName || state == ScheduledState.StateName || state == ProcessingState.StateName;

    private string? StateOf(string job)
    {
        using var connection = storage.GetConnection();
        return connection.GetStateData(job)?.Name;
    }

    internal sealed record RowArgs(long Id);

    internal sealed record KindArgs(string? Action);

    internal sealed record OverdueArgs(DateTimeOffset Now, DateTimeOffset Late, string? Action, int Take);

    internal sealed record Row(long Id, string Status, DateTimeOffset NextRunAt, string? BackgroundJobId);

    internal sealed record Earliest(DateTimeOffset? RunningAt, DateTimeOffset? WaitingAt);
}
