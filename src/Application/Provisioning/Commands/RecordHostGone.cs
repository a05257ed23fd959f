using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>
/// The upstream gave the host an id and does not know it, or knows another host by it. A young host may not be listed yet; an
/// older one is given up and left to an admin, whose retry makes a new one.
/// </summary>
internal sealed record RecordHostGone(JobClaim Claim) : ICommand;

internal sealed class RecordHostGoneHandler(
    IOrders orders, IProvisionJobs jobs, IVpsStore servers, ISettings settings, TimeProvider clock) : ICommandHandler<RecordHostGone>
{
    public async Task<Result> Handle(RecordHostGone command, CancellationToken ct)
    {
        if (await jobs.Find(command.Claim.Job, ct) is not { } seen || await orders.FindForUpdate(seen.OrderId, ct) is not { } order)
            return ProvisioningErrors.ClaimLost;

        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess || await servers.FindByItem(job.OrderItemId, ct) is not { } vps)
            return ProvisioningErrors.ClaimLost;

        var now = clock.GetUtcNow();
        if (job.MayStillAppear(await settings.Quarantine(ct), now))
        {
            job.Retry("the upstream does not know the host yet", now);
            return Result.Success;
        }

        vps.Disown();
        job.CreateRefused();
        job.Finish("the host is gone");
        return order.ItemFailed(job.OrderItemId, "the host is gone");
    }
}
