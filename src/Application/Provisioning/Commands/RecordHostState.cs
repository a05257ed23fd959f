using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>What the upstream says of a host that is being built: hands it over, gives it up, or looks again later.</summary>
internal sealed record RecordHostState(JobClaim Claim, HostInfo Host) : ICommand;

internal sealed class RecordHostStateHandler(
    IOrders orders, IProvisionJobs jobs, IVpsStore servers, HostObserver observer, TimeProvider clock) : ICommandHandler<RecordHostState>
{
    public async Task<Result> Handle(RecordHostState command, CancellationToken ct)
    {
        if (await jobs.Find(command.Claim.Job, ct) is not { } seen || await orders.FindForUpdate(seen.OrderId, ct) is not { } order)
            return ProvisioningErrors.ClaimLost;

        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess || await servers.FindByItem(job.OrderItemId, ct) is not { } vps)
            return ProvisioningErrors.ClaimLost;

        vps.Adopt(command.Host.Id);
        observer.Note(vps, command.Host, Detail.Everything);
        return Decide(order, job, vps, command.Host.State);
    }

    private Result Decide(Order order, ProvisionJob job, Vps vps, int state)
    {
        if (HostStates.IsReady(state))
        {
            job.Finish(null);
            return order.ItemDone(job.OrderItemId, vps.AutomationInstanceId);
        }

        if (HostStates.IsFailed(state))
        {
            job.Finish($"state {state}");
            return order.ItemFailed(job.OrderItemId, $"the host could not be built (state {state})");
        }

        job.Retry($"state {state}", clock.GetUtcNow());
        return Result.Success;
    }
}
