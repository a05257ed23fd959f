using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Jobs.Tasks;

internal enum PassResult
{
    /// <summary>No code for the task: another node is newer or older than this one.</summary>
    Unknown,
    NotDue,

    /// <summary>It runs elsewhere.</summary>
    Held,
    Success,
    Failed,
}

/// <param name="LastStartedAt">As far as this node learned.</param>
internal sealed record TaskPass(PassResult Result, DateTimeOffset? LastStartedAt, string? Failure = null)
{
    public bool WasRun => Result is PassResult.Success or PassResult.Failed;
}

/// <summary>
/// One pass of a task, with a row of history, if it is due and runs nowhere else. Any number of callers may ask at any time: a pass
/// follows from what is stored, not from who asked.
/// </summary>
internal sealed partial class TaskRunner(
    IServiceScopeFactory scopes, TaskClaims claims, ISettings settings, IScheduleZone zone, TimeProvider clock, ILogger<TaskRunner> log)
{
    private static readonly TimeSpan Renewal = TaskClaims.Lease / 3;

    /// <param name="evenIfNotDue">An admin asked for it.</param>
    public async Task<TaskPass> Run(string key, bool evenIfNotDue, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetServices<IScheduledTask>().FirstOrDefault(task => task.Key() == key) is not { } task)
        {
            LogUnknown(key);
            return new TaskPass(PassResult.Unknown, null);
        }

        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, Guid.NewGuid().ToString("N"), null);
        var schedule = await settings.Get(task.Schedule, ct);
        var local = await zone.Get(ct);
        var claimed = await claims.Take(key, last => evenIfNotDue || schedule.IsDue(last, clock.GetUtcNow(), local), ct);
        return claimed switch
        {
            TaskClaimed.Begun(var claim) => await Run(task, claim, ct),
            TaskClaimed.NotDue(var last) => new TaskPass(PassResult.NotDue, last),
            _ => new TaskPass(PassResult.Held, clock.GetUtcNow()),
        };
    }

    private async Task<TaskPass> Run(IScheduledTask task, TaskClaim claim, CancellationToken ct)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var done = new CancellationTokenSource();
        var alive = KeepAlive(claim, lost, done.Token);
        var failure = await Attempt(task, claim.Task, lost.Token, ct);
        await done.CancelAsync();
        await alive;

        // Also after an interruption, hence without its token.
        await claims.Finish(claim, failure, CancellationToken.None);
        return new TaskPass(failure is null ? PassResult.Success : PassResult.Failed, claim.StartedAt, failure);
    }

    private async Task<string?> Attempt(IScheduledTask task, string key, CancellationToken token, CancellationToken stopping)
    {
        try
        {
            var result = await task.RunOnce(token);
            return result.IsSuccess ? null : $"{result.Error.Code}: {result.Error.Message}";
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return stopping.IsCancellationRequested
                ? "interrupted: the service is stopping"
                : "interrupted: not heard of for too long, so another node may run it";
        }
        catch (Exception error)
        {
            LogFailed(error, key);
            return $"{error.GetType().Name}: {error.Message}";
        }
    }

    /// <summary>Cancels the pass when it was written off, or when nobody could be told for so long that it will be.</summary>
    private async Task KeepAlive(TaskClaim claim, CancellationTokenSource lost, CancellationToken done)
    {
        var since = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Renewal);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                if (await IsAlive(claim, since, done))
                    continue;

                LogLost(claim.Task);
                await lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> IsAlive(TaskClaim claim, Stopwatch since, CancellationToken done)
    {
        try
        {
            if (!await claims.Renew(claim, done))
                return false;

            since.Restart();
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException || !done.IsCancellationRequested)
        {
            LogNotRenewed(error, claim.Task);
            return since.Elapsed < TaskClaims.Lease - Renewal;
        }
    }

    [LoggerMessage(LogLevel.Error, "Scheduled task {Task} failed")]
    private partial void LogFailed(Exception error, string task);

    [LoggerMessage(LogLevel.Warning, "No code for scheduled task {Task}: another node is newer or older than this one")]
    private partial void LogUnknown(string task);

    [LoggerMessage(LogLevel.Warning, "A pass of scheduled task {Task} was written off and stops")]
    private partial void LogLost(string task);

    [LoggerMessage(LogLevel.Warning, "A pass of scheduled task {Task} could not say that it lives")]
    private partial void LogNotRenewed(Exception error, string task);
}
