using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>What the upstream says of a VPS that is being built: hands it over, gives it up, or looks again later.</summary>
internal sealed record RecordVpsState(JobClaim Claim, UpstreamVps Host) : ICommand;

internal sealed class RecordVpsStateHandler(
    IOrders orders, IProvisionJobs jobs, IVpsRepository vpsRepository, VpsObserver observer, TimeProvider clock)
        : ICommandHandler<RecordVpsState>
{
    public async Task<Result> Handle(RecordVpsState command, CancellationToken ct)
    {
        if (await jobs.Find(command.Claim.Job, ct) is not { } seen || await orders.FindForUpdate(seen.OrderId, ct) is not { } order)
            return ProvisioningErrors.ClaimLost;

        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess || await vpsRepository.FindByItem(job.OrderItemId, ct) is not { } vps)
            return ProvisioningErrors.ClaimLost;

        vps.AttachServer(command.Host.Id);
        observer.Apply(vps, command.Host, Detail.Everything);
        return Decide(order, job, vps, command.Host.State);
    }

    private Result Decide(Order order, ProvisionJob job, Vps vps, int state)
    {
        if (UpstreamVpsStates.IsReady(state))
        {
            job.Finish(null);
            return order.ItemDone(job.OrderItemId, vps.AutomationInstanceId);
        }

        if (UpstreamVpsStates.IsFailed(state))
        {
            job.Finish($"state {state}");
            return order.ItemFailed(job.OrderItemId, $"the host could not be built (state {state})");
        }

        job.Retry($"state {state}", clock.GetUtcNow());
        return Result.Success;
    }
}
