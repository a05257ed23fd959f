using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Jobs.Tasks;

/// <summary>A pass that runs here and nowhere else.</summary>
internal sealed record TaskClaim(string Task, long Number, long RunId, DateTimeOffset StartedAt);

/// <summary>Why a pass was not begun, or the claim of the one that was.</summary>
internal abstract record TaskClaimed
{
    public sealed record Begun(TaskClaim Claim) : TaskClaimed;

    /// <summary>Another pass runs, or was just begun elsewhere.</summary>
    public sealed record Held : TaskClaimed;

    public sealed record NotDue(DateTimeOffset? LastStartedAt) : TaskClaimed;
}

/// <summary>
/// Gives the passes of scheduled tasks to one node at a time, whoever may ask for them. A pass says every few seconds that it lives;
/// one that was not heard of for the length of a lease is written off as dead, and stops as soon as it learns of it.
/// </summary>
internal sealed class TaskClaims(IServiceScopeFactory scopes, TimeProvider clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <param name="isDue">Decides by the last start.</param>
    public async Task<TaskClaimed> Take(string task, Func<DateTimeOffset?, bool> isDue, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PanelDb>();
        var seen = await Find(db, task, ct);
        var now = clock.GetUtcNow();
        if (seen.LeaseUntil > now)
            return new TaskClaimed.Held();

        if (!isDue(seen.LastStartedAt))
            return new TaskClaimed.NotDue(seen.LastStartedAt);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var taken = await db.Set<ScheduledTaskState>().Where(state => state.TaskKey == task && state.Claims == seen.Claims)
            .ExecuteUpdateAsync(
                row => row.SetProperty(state => state.Claims, seen.Claims + 1)
                    .SetProperty(state => state.LastStartedAt, now)
                    .SetProperty(state => state.LeaseUntil, now + Lease),
                ct);
        if (taken == 0)
            return new TaskClaimed.Held();

        var run = await WriteDown(db, task, now, ct);
        await transaction.CommitAsync(ct);
        return new TaskClaimed.Begun(new TaskClaim(task, seen.Claims + 1, run.Id, now));
    }

    /// <summary>Says that the pass lives; false when it was written off meanwhile.</summary>
    public async Task<bool> Renew(TaskClaim claim, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Set(scope.ServiceProvider.GetRequiredService<PanelDb>(), claim, clock.GetUtcNow() + Lease, ct) > 0;
    }

    /// <summary>Ends the pass in the history, unless it was written off.</summary>
    /// <param name="failure">Null for a success.</param>
    public async Task Finish(TaskClaim claim, string? failure, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PanelDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await Set(db, claim, null, ct) == 0)
            return;

        var run = await db.Set<ScheduledTaskRun>().SingleAsync(row => row.Id == claim.RunId, ct);
        run.Finish(failure, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<ScheduledTaskState> Find(PanelDb db, string task, CancellationToken ct)
    {
        var rows = db.Set<ScheduledTaskState>().AsNoTracking().Where(state => state.TaskKey == task);
        if (await rows.SingleOrDefaultAsync(ct) is { } known)
            return known;

        db.Add(ScheduledTaskState.Of(task));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (rows.Any())
        {
            // Another node wrote it at the same time.
        }

        db.ChangeTracker.Clear();
        return await rows.SingleAsync(ct);
    }

    private static Task<int> Set(PanelDb db, TaskClaim claim, DateTimeOffset? lease, CancellationToken ct) =>
        db.Set<ScheduledTaskState>().Where(state => state.TaskKey == claim.Task && state.Claims == claim.Number)
            .ExecuteUpdateAsync(row => row.SetProperty(state => state.LeaseUntil, lease), ct);

    private static async Task<ScheduledTaskRun> WriteDown(PanelDb db, string task, DateTimeOffset now, CancellationToken ct)
    {
        var dead = await db.Set<ScheduledTaskRun>()
            .Where(row => row.TaskKey == task && row.Status == TaskRunStatus.Running).ToListAsync(ct);
        foreach (var row in dead)
            row.Finish("died: the process ended during this pass", now);

        // The index on running passes must not see both.
        await db.SaveChangesAsync(ct);
        var run = ScheduledTaskRun.Start(task, now);
        db.Add(run);
        await db.SaveChangesAsync(ct);
        return run;
    }
}
