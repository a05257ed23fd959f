using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>What is to be done for a claimed job; null when it ends here: given up, or no longer wanted.</summary>
internal sealed record OpenHostWork(JobClaim Claim) : ICommand<HostWork?>;

/// <param name="HostId">Null until the upstream's id is known.</param>
internal sealed record HostWork(
    JobClaim Claim, OrderItemAction Action, OrderId OrderId, OrderItemId ItemId, string HostName, string? HostId);

internal sealed class OpenHostWorkHandler(
    IOrders orders, IProvisionJobs jobs, IVpsStore servers, ISettings settings,
    TimeProvider clock) : ICommandHandler<OpenHostWork, HostWork?>
{
    public async Task<Result<HostWork?>> Handle(OpenHostWork command, CancellationToken ct)
    {
        if (await jobs.Find(command.Claim.Job, ct) is not { } seen)
            return ProvisioningErrors.ClaimLost;

        var order = await orders.FindForUpdate(seen.OrderId, ct);
        if (await jobs.FindForUpdate(command.Claim.Job, ct) is not { } job || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        var item = order?.Items.FirstOrDefault(item => item.Id == job.OrderItemId);
        if (order is null || item is null || !HostQueue.IsToBeDone(item))
        {
            job.Finish("the order does not want it any more");
            return (HostWork?)null;
        }

        // What was scheduled waited in an approved order.
        var started = order.Status == OrderStatus.Approved ? order.StartProvisioning(ActorKind.System) : Result.Success;
        return started.IsSuccess ? await Open(command.Claim, order, item, job, ct) : started.Error;
    }

    private async Task<Result<HostWork?>> Open(JobClaim claim, Order order, OrderItem item, ProvisionJob job, CancellationToken ct)
    {
        var vps = item.VpsId is { } id ? await servers.Find(id, ct) : null;
        if (vps is null)
            return GiveUp(order, job, "the VPS is gone", $"the VPS is gone, after: {job.LastError}");

        if (job.MayBeHalfDone || !job.IsTooOld(await settings.GiveUpAfter(ct), clock.GetUtcNow()))
            return new HostWork(claim, item.Action, order.Id, item.Id, vps.HostName, vps.AutomationInstanceId ?? job.HostId);

        if (item.Action == OrderItemAction.Create)
            vps.Lose();

        return GiveUp(order, job, "timeout", $"timeout, after: {job.LastError}");
    }

    private static Result<HostWork?> GiveUp(Order order, ProvisionJob job, string why, string note)
    {
        job.Finish(note);
        var failed = order.ItemFailed(job.OrderItemId, why);
        return failed.IsSuccess ? (HostWork?)null : failed.Error;
    }
}
