using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Admin;

/// <summary>
/// An admin says which machine a VPS is, after the upstream gave its id to another one, moved it to another id, or for a row from before names were
/// kept. What is found under the id is what the VPS is from then on.
/// </summary>
/// <param name="InstanceId">The upstream's id of the machine; blank with <paramref name="IsGone"/>.</param>
/// <param name="IsGone">The machine does not exist any more. Refused while the upstream has one of its name.</param>
public sealed record RelinkVps(VpsId Id, string InstanceId, bool IsGone) : ICommand<RelinkedVps>, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.relink", "vps", Id.Value.ToString(), answer is RelinkedVps found
        ? new
        {
            automation_instance_id = found.AutomationInstanceId, host_name = found.HostName, was_instance_id = found.PreviousInstanceId,
            was_host_name = found.PreviousHostName, gone = IsGone,
        }
        : null);
}

/// <param name="AutomationInstanceId">The upstream's id of the machine now; blank when there is none any more.</param>
/// <param name="HostName">What the upstream calls it.</param>
public sealed record RelinkedVps(
    long Id, string AutomationInstanceId, string HostName, string PreviousInstanceId, string PreviousHostName);

internal sealed class RelinkVpsValidator : AbstractValidator<RelinkVps>
{
    public RelinkVpsValidator()
    {
        RuleFor(command => command.InstanceId).Must(id => id.Length == 0 || VpsRules.IsUpstreamResourceId(id))
            .OverridePropertyName("automation_instance_id").WithMessage("must be an id");
    }
}

internal sealed class RelinkVpsHandler(
    IVpsRepository vpsRepository, IProvisionJobs jobs, MachineIdentity machines, VpsObserver observer) : ICommandHandler<RelinkVps, RelinkedVps>
{
    public async Task<Result<RelinkedVps>> Handle(RelinkVps command, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(command.Id, ct) is not { } seen)
            return VpsErrors.NotFound;

        if (command.IsGone != (command.InstanceId.Length == 0))
            return Error.Validation("automation_instance_id", "must be the upstream's id of the machine, and absent with gone");

        // Whoever makes it at this moment finds its machine by themselves.
        if (seen.OrderItemId is { } item && await jobs.FindByItem(item, ct) is { Status: not ProvisionJobStatus.Done })
            return VpsErrors.NotReady;

        return command.IsGone ? await Unlink(seen, ct) : await Link(seen, command.InstanceId, ct);
    }

    private async Task<Result<RelinkedVps>> Link(Vps seen, string id, CancellationToken ct)
    {
        if (await vpsRepository.FindByInstance(id, ct) is { } other && other.Id != seen.Id)
            return VpsErrors.HostTaken;

        var found = await machines.LookAt(id, ct);
        if (!found.IsSuccess)
            return found.Error;

        if (await vpsRepository.FindForUpdate(seen.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        var machine = found.Value.Machine;
        vps.LinkServer(machine.Id, machine.Name, machine.Uuid, machine.SeenAt);
        observer.Apply(vps, found.Value, Detail.Everything);
        return Answer(vps, seen);
    }

    private async Task<Result<RelinkedVps>> Unlink(Vps seen, CancellationToken ct)
    {
        var exists = await machines.Exists(seen, ct);
        if (!exists.IsSuccess)
            return exists.Error;

        if (exists.Value)
            return VpsErrors.MachineExists;

        if (await vpsRepository.FindForUpdate(seen.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        vps.UnlinkServer();
        return Answer(vps, seen);
    }

    private static RelinkedVps Answer(Vps vps, Vps before) => new(
        vps.Id.Value, vps.AutomationInstanceId ?? "", vps.HostName, before.AutomationInstanceId ?? "", before.HostName);
}
