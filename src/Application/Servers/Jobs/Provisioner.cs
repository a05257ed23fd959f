using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

internal sealed partial class Provisioner(
    IReadDb db, BackgroundCommandSender sender, IEnumerable<IProvisionJobHandler> tasks, TimeProvider clock, ILogger<Provisioner> log)
        : IProvisioner
{
    private static readonly Sql<JobArgs, Row> State = new(
        """
        select j.status, j.next_run_at, j.attempts, j.last_error, i.status as item_status
        from provision_jobs j
        join order_items i on i.id = j.order_item_id
        where j.id = @Id
        """);

    public async Task<ProvisioningProgress> Run(ProvisionJobId job, CancellationToken ct)
    {
        var claimed = await sender.Send(new ClaimProvisionJob(job), ct);
        if (claimed is { IsSuccess: true, Value: { } claim })
            await Try(claim, ct);

        var row = await db.First(State, new JobArgs(job.Value), ct);
        return row is null
            ? new ProvisioningProgress(ProvisioningStage.Ended, clock.GetUtcNow(), 0, "the order is gone")
            : new ProvisioningProgress(Stage(row), row.NextRunAt, row.Attempts, row.LastError ?? "");
    }

    private static ProvisioningStage Stage(Row row) => row switch
    {
        { Status: not "done" } => ProvisioningStage.Waiting,
        { ItemStatus: "failed" } => ProvisioningStage.Failed,
        _ => ProvisioningStage.Ended,
    };

    private async Task Try(JobClaim claim, CancellationToken ct)
    {
        var opened = await sender.Send(new StartJobWork(claim), ct);
        if (!opened.IsSuccess)
            LogTryFailed(claim.Job.Value, opened.Error.Code, opened.Error.Message);
        else if (opened.Value is { } work)
            await Try(work, ct);
    }

    private async Task Try(JobWork work, CancellationToken ct)
    {
        var outcome = await tasks.Single(task => task.Handles(work.Action)).Run(work, ct);
        if (outcome.IsSuccess)
            return;

        LogTryFailed(work.Claim.Job.Value, outcome.Error.Code, outcome.Error.Message);
        if (outcome.Error.Code == ProvisioningErrors.ClaimLost.Code)
            return;

        var postponed = outcome.Error.Code == VpsErrors.IdentityLost.Code
            ? await sender.Send(new StopLostJobWork(work.Claim), ct)
            : await sender.Send(new PostponeJobWork(work.Claim, $"{outcome.Error.Code}: {outcome.Error.Message}"), ct);
        if (!postponed.IsSuccess)
            LogTryFailed(work.Claim.Job.Value, postponed.Error.Code, postponed.Error.Message);
    }

    [LoggerMessage(LogLevel.Warning, "Provisioning job {Job} goes on later: {Code} {Reason}")]
    private partial void LogTryFailed(long job, string code, string reason);

    internal sealed record JobArgs(long Id);

    internal sealed record Row(string Status, DateTimeOffset NextRunAt, int Attempts, string? LastError, string ItemStatus);
}
