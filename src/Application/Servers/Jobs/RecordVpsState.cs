using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>What the upstream says of a VPS that is being built: hands it over, gives it up, or looks again later.</summary>
internal sealed record RecordVpsState(JobClaim Claim, NewMachine Seen) : ICommand;

internal sealed class RecordVpsStateHandler(
    ClaimedJobs jobs, IVpsRepository vpsRepository, VpsObserver observer, TimeProvider clock)
        : ICommandHandler<RecordVpsState>
{
    public async Task<Result> Handle(RecordVpsState command, CancellationToken ct)
    {
        var held = await jobs.HoldWithOrder(command.Claim, ct);
        if (!held.IsSuccess)
            return held.Error;

        var (order, job) = held.Value;
        if (await vpsRepository.FindByItem(job.OrderItemId, ct) is not { } vps)
            return ProvisioningErrors.ClaimLost;

        var (machine, state) = command.Seen;
        if (machine is null)
        {
            // It has no name yet, so it may still turn out to be another one.
            vps.Observe(UpstreamVpsStates.Creating, null, clock.GetUtcNow());
            job.Retry("the upstream does not say its name yet", clock.GetUtcNow());
            return Result.Success;
        }

        if (await vpsRepository.FindByInstance(machine.Id, ct) is { } other && other.Id != vps.Id)
            return await Refuse(order, job, other.Id, machine, ct);

        vps.AttachServer(machine.Id, machine.Uuid, machine.SeenAt);
        observer.Apply(vps, new MachineSighting(machine, state), Detail.Everything);
        return Decide(order, job, vps, state.State);
    }

    /// <summary>The upstream gave an id out again that is a living VPS's: that one has lost its machine, and its id is not taken from it.</summary>
    private async Task<Result> Refuse(Order order, ProvisionJob job, VpsId other, VerifiedMachine machine, CancellationToken ct)
    {
        (await vpsRepository.FindForUpdate(other, ct))?.LoseIdentity(machine.Name, clock.GetUtcNow());
        job.Finish(VpsErrors.HostTaken.Code);
        return order.ItemFailed(job.OrderItemId, $"the upstream gave it the id {machine.Id}, which is that of VPS {other.Value}");
    }

    private Result Decide(Order order, ProvisionJob job, Vps vps, int state)
    {
        if (UpstreamVpsStates.IsReady(state))
        {
            vps.Activate();
            job.Finish(null);
            return order.ItemDone(job.OrderItemId, vps.AutomationInstanceId);
        }

        if (UpstreamVpsStates.IsFailed(state))
        {
            vps.FailBuild();
            job.Finish($"state {state}");
            return order.ItemFailed(job.OrderItemId, $"the host could not be built (state {state})");
        }

        job.Retry($"state {state}", clock.GetUtcNow());
        return Result.Success;
    }
}
