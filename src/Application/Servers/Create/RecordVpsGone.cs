using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Create;

/// <summary>
/// The upstream gave the VPS an id and does not know it, or knows another VPS by it. A young VPS may not be listed yet; an
/// older one is given up and left to an admin, whose retry makes a new one.
/// </summary>
internal sealed record RecordVpsGone(JobClaim Claim) : ICommand;

internal sealed class RecordVpsGoneHandler(
    ClaimedJobs jobs, IVpsRepository vpsRepository, ISettings settings, TimeProvider clock)
        : ICommandHandler<RecordVpsGone>
{
    public async Task<Result> Handle(RecordVpsGone command, CancellationToken ct)
    {
        var held = await jobs.HoldWithOrder(command.Claim, ct);
        if (!held.IsSuccess)
            return held.Error;

        var (order, job) = held.Value;
        if (await vpsRepository.FindByItem(job.OrderItemId, ct) is not { } vps)
            return ProvisioningErrors.ClaimLost;

        var now = clock.GetUtcNow();
        if (job.MayStillAppear(await settings.Quarantine(ct), now))
        {
            job.Retry("the upstream does not know the host yet", now);
            return Result.Success;
        }

        vps.DetachServer();
        job.CreateRefused();
        job.Finish("the host is gone");
        return order.ItemFailed(job.OrderItemId, "the host is gone");
    }
}
