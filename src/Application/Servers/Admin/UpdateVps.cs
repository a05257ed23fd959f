using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Suspend;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Admin;

/// <summary>An admin corrects what is written of a VPS; on demand the upstream is made to follow first.</summary>
/// <param name="SyncMode"><c>automation</c> sends changed sizes and a changed judgement upstream; <c>local</c> or blank does not.</param>
public sealed record UpdateVps(VpsId Id, VpsFields Fields, string SyncMode) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("vps.update", "vps", Id.Value.ToString(), new { sync_mode = SyncMode, changes = Fields.WithoutSecrets() });
}

internal sealed class UpdateVpsValidator : AbstractValidator<UpdateVps>
{
    public UpdateVpsValidator()
    {
        RuleFor(command => command.SyncMode).OneOf("", "local", UpdateVpsHandler.Upstream);
        RuleFor(command => command.Fields).SetValidator(new VpsFieldsValidator()).OverridePropertyName("");
    }
}

internal sealed class UpdateVpsHandler(
    IVpsRepository vpsRepository, MachineIdentity machines, IAutomation automation, VpsLocking hosts, VpsCatalogReferences parts,
    VpsCredentialProtector credentials)
    : ICommandHandler<UpdateVps>
{
    public const string Upstream = "automation";

    public async Task<Result> Handle(UpdateVps command, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(command.Id, ct) is not { } seen)
            return VpsErrors.NotFound;

        var known = await parts.Check(command.Fields, ct);
        if (!known.IsSuccess)
            return known.Error;

        var told = command.SyncMode == Upstream ? await Tell(seen, known.Value.Over(seen.Terms), ct) : Result.Success;
        if (!told.IsSuccess)
            return told;

        if (await vpsRepository.FindForUpdate(command.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        vps.Change(known.Value.Over(vps.Terms));
        if (command.Fields.AccessInfo is { } access)
            vps.SetAccess(credentials.Protect(access.Over(credentials.Unprotect(vps.SealedAccess))));

        return Result.Success;
    }

    private async Task<Result> Tell(Vps vps, VpsTerms wanted, CancellationToken ct)
    {
        var reachable = vps.Reachable();
        if (!reachable.IsSuccess)
            return reachable;

        if (wanted.DiskGb < vps.DiskGb)
            return VpsErrors.DiskCannotShrink;

        var sizes = new UpstreamVpsSize(
            Changed(vps.Cpu, wanted.Cpu),
            Changed(vps.MemoryGb, wanted.MemoryGb),
            Changed(vps.DiskGb, wanted.DiskGb),
            Changed(vps.BandwidthMbps, wanted.BandwidthMbps),
            Changed(vps.PortNum, wanted.PortNum));
        var resized = sizes == UpstreamVpsSize.Unchanged ? Result.Success : await Resize(vps, sizes, ct);
        return resized.IsSuccess && wanted.AdminStatus != vps.AdminStatus ? await hosts.ApplyUpstream(
            vps, wanted.AdminStatus, ct) : resized;
    }

    private async Task<Result> Resize(Vps vps, UpstreamVpsSize sizes, CancellationToken ct)
    {
        var machine = await machines.Verify(vps, Freshness.Recent, ct);
        return machine.IsSuccess ? await automation.Resize(machine.Value, sizes, ct) : machine.Error;
    }

    private static int? Changed(int old, int wanted) => wanted == old || wanted == 0 ? null : wanted;
}
