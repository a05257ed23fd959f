using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>What is to be done for a claimed job; null when it ends here: given up, or no longer wanted.</summary>
internal sealed record StartJobWork(JobClaim Claim) : ICommand<JobWork?>;

/// <param name="HostId">Of a machine in the making: the id in the upstream's reply. Null until there is one.</param>
internal sealed record JobWork(
    JobClaim Claim, OrderItemAction Action, OrderId OrderId, OrderItemId ItemId, VpsId VpsId, string HostName, string? HostId);

internal sealed class StartJobWorkHandler(
    IOrders orders, IProvisionJobs jobs, ClaimedJobs claimed, IVpsRepository vpsRepository, ISettings settings,
    TimeProvider clock) : ICommandHandler<StartJobWork, JobWork?>
{
    public async Task<Result<JobWork?>> Handle(StartJobWork command, CancellationToken ct)
    {
        if (await jobs.Find(command.Claim.Job, ct) is not { } seen)
            return ProvisioningErrors.ClaimLost;

        var order = await orders.FindForUpdate(seen.OrderId, ct);
        var held = await claimed.Hold(command.Claim, ct);
        if (!held.IsSuccess)
            return held.Error;

        var job = held.Value;
        var item = order?.Items.FirstOrDefault(item => item.Id == job.OrderItemId);
        if (order is null || item is null || !ProvisionQueue.IsToBeDone(item))
        {
            job.Finish("the order does not want it any more");
            return (JobWork?)null;
        }

        // What was scheduled waited in an approved order.
        var started = order.Status == OrderStatus.Approved ? order.StartProvisioning(ActorKind.System) : Result.Success;
        return started.IsSuccess ? await Open(command.Claim, order, item, job, ct) : started.Error;
    }

    private async Task<Result<JobWork?>> Open(JobClaim claim, Order order, OrderItem item, ProvisionJob job, CancellationToken ct)
    {
        var vps = item.VpsId is { } id ? await vpsRepository.Find(id, ct) : null;
        if (vps is null)
            return GiveUp(order, job, "the VPS is gone", $"the VPS is gone, after: {job.LastError}");

        if (job.MayBeHalfDone || !job.IsTooOld(await settings.GiveUpAfter(ct), clock.GetUtcNow()))
            return new JobWork(claim, item.Action, order.Id, item.Id, vps.Id, vps.HostName, vps.AutomationInstanceId ?? job.HostId);

        if (item.Action == OrderItemAction.Create)
            vps.MarkLost();

        return GiveUp(order, job, "timeout", $"timeout, after: {job.LastError}");
    }

    private static Result<JobWork?> GiveUp(Order order, ProvisionJob job, string why, string note)
    {
        job.Finish(note);
        var failed = order.ItemFailed(job.OrderItemId, why);
        return failed.IsSuccess ? (JobWork?)null : failed.Error;
    }
}
