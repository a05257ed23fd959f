using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>What is to be done for a claimed job; null when it ends here: given up, or no longer wanted.</summary>
internal sealed record OpenHostWork(JobClaim Claim) : ICommand<HostWork?>;

/// <param name="HostId">Null until the upstream's id is known.</param>
internal sealed record HostWork(JobClaim Claim, OrderId OrderId, OrderItemId ItemId, string HostName, string? HostId);

internal sealed class OpenHostWorkHandler(
    IOrders orders, IProvisionJobs jobs, IVpsStore servers, ISettings settings, TimeProvider clock) : ICommandHandler<OpenHostWork, HostWork?>
{
    public async Task<Result<HostWork?>> Handle(OpenHostWork command, CancellationToken ct)
    {
        if (await jobs.Find(command.Claim.Job, ct) is not { } seen)
            return ProvisioningErrors.ClaimLost;

        var order = await orders.FindForUpdate(seen.OrderId, ct);
        if (await jobs.FindForUpdate(command.Claim.Job, ct) is not { } job || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        var item = order?.Items.FirstOrDefault(item => item.Id == job.OrderItemId);
        var vps = await servers.FindByItem(job.OrderItemId, ct);
        if (order is null || item is null || vps is null || !HostQueue.IsToBeBuilt(item))
        {
            job.Finish("the order does not want it any more");
            return (HostWork?)null;
        }

        if (!job.IsTooOld(await settings.GiveUpAfter(ct), clock.GetUtcNow()))
            return new HostWork(command.Claim, order.Id, item.Id, vps.HostName, vps.AutomationInstanceId ?? job.HostId);

        job.Finish($"timeout, after: {job.LastError}");
        vps.Lose();
        var failed = order.ItemFailed(item.Id, "timeout");
        return failed.IsSuccess ? (HostWork?)null : failed.Error;
    }
}
