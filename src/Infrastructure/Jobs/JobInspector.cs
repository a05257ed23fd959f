using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Jobs.Engine;
using VpsPanel.Infrastructure.Jobs.Lanes;
using VpsPanel.Infrastructure.Jobs.Provisioning;
using VpsPanel.Infrastructure.Jobs.Tasks;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>Tells people what the engine's jobs are about, and lets them start some again.</summary>
public sealed class JobInspector
{
    private const int MostNames = 2000;

    private static readonly Sql<RowArgs, Row> Subject = new(
        """
        select o.id, o.order_no, j.action, j.order_item_id
        from provision_jobs j
        join orders o on o.id = j.order_id
        where j.id = @Id
        """);

    private readonly JobStorage _storage;
    private readonly IBackgroundJobClient _client;
    private readonly TaskPlanner _planner;
    private readonly IReadDb _db;
    private readonly DbDataSource _source;
    private readonly ConcurrentDictionary<long, string> _names = [];

    internal JobInspector(JobStorage storage, IBackgroundJobClient client, TaskPlanner planner, IReadDb db, DbDataSource source) =>
        (_storage, _client, _planner, _db, _source) = (storage, client, planner, db, source);

    /// <summary>For a list of jobs: the order of a host, the key of a task.</summary>
    public string NameOf(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job switch
        {
            { Args: [long row, ..] } when job.Type == typeof(ProvisioningJob) => HostName(row),
            { Args: [string task, ..] } when job.Type == typeof(ScheduledTaskJob) => $"Task {task}",
            { Args: [string lane, ..] } when job.Type == typeof(DrainLaneJob) => $"Deliver what is overdue: {lane}",
            _ when job.Type == typeof(SentinelJob) => "Sentinel",
            _ => job.ToString(),
        };
    }

    /// <summary>Null when the engine does not know the job any more, or when its row is gone.</summary>
    public async Task<JobSubject?> SubjectOf(string job, CancellationToken ct)
    {
        using var connection = _storage.GetConnection();
        return connection.GetJobData(job)?.Job switch
        {
            null => null,
            { Args: [long row, ..] } known when known.Type == typeof(ProvisioningJob) =>
                await _db.First(Subject, new RowArgs(row), ct) is { } found ? new JobSubject.VpsOf(new OrderId(found.Id)) : null,
            { Args: [string task, ..] } known when known.Type == typeof(ScheduledTaskJob) => new JobSubject.Pass(task),
            _ => new JobSubject.Other(),
        };
    }

    /// <summary>The task of a recurring job; null for other ones.</summary>
    public string? TaskOf(string recurringJob)
    {
        ArgumentNullException.ThrowIfNull(recurringJob);
        return recurringJob.StartsWith(TaskPlanner.RecurringPrefix, StringComparison.Ordinal)
            ? recurringJob[TaskPlanner.RecurringPrefix.Length..]
            : null;
    }

    public bool HasFailed(string job)
    {
        using var connection = _storage.GetConnection();
        return connection.GetStateData(job)?.Name == FailedState.StateName;
    }

    /// <summary>Marks a failed job: something else does its work from now on.</summary>
    public void Supersede(string job, string why) => _client.ChangeState(job, new SupersededState(why, null), FailedState.StateName);

    /// <summary>Queues a pass of the task, whatever its schedule says.</summary>
    public void RunNow(string task) => _planner.Enqueue(task, evenIfNotDue: true);

    /// <summary>Whole pages are rendered without waiting, and an order never changes its number.</summary>
    private string HostName(long id)
    {
        if (_names.TryGetValue(id, out var known))
            return known;

        if (_names.Count >= MostNames)
            _names.Clear();

        using var connection = _source.OpenConnection();
#pragma warning disable DAP005 // Nothing here is compiled ahead of time.
        var row = connection.QueryFirstOrDefault<Row>(Subject.Text, new RowArgs(id));
#pragma warning restore DAP005
        return row is null ? $"Host of an order that is gone (row {id})" : _names[id] = $"Order {row.OrderNo}: {row.Action}, item {row.OrderItemId}";
    }

    internal sealed record RowArgs(long Id);

    internal sealed record Row(long Id, string OrderNo, string Action, long OrderItemId);
}
