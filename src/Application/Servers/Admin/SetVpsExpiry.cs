using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Admin;

/// <summary>An admin grants a VPS time, or takes time from it.</summary>
public sealed record SetVpsExpiry(VpsId Id, DateTimeOffset? ExpireAt) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("vps.update_expire", "vps", Id.Value.ToString(), new { expire_at = ExpireAt });
}

internal sealed class SetVpsExpiryValidator : AbstractValidator<SetVpsExpiry>
{
    public SetVpsExpiryValidator() => RuleFor(command => command.ExpireAt)
        .NotNull().WithMessage("invalid expire_at")
        .InclusiveBetween(VpsLimits.Earliest, VpsLimits.Latest).WithMessage("invalid expire_at");
}

internal sealed class SetVpsExpiryHandler(
    IVpsRepository vpsRepository, MachineIdentity machines, IAutomation automation, VpsObserver observer, ISettings settings,
    TimeProvider clock)
        : ICommandHandler<SetVpsExpiry>
{
    public async Task<Result> Handle(SetVpsExpiry command, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(command.Id, ct) is not { } seen)
            return VpsErrors.NotFound;

        if (seen.Status == VpsStatus.Provisioning)
            return VpsErrors.NotReady;

        var until = command.ExpireAt!.Value;
        var told = seen.AutomationInstanceId is null ? Result.Success : await Tell(seen, until, ct);
        if (!told.IsSuccess)
            return told;

        var host = seen.AutomationInstanceId is null ? null : await machines.See(seen, ct);
        if (await vpsRepository.FindForUpdate(command.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        vps.MoveExpiry(until, await settings.BillingCalendar(ct), clock.GetUtcNow());
        if (host is { IsSuccess: true })
            observer.Apply(vps, host.Value, Detail.StatusAndExpiry);

        return Result.Success;
    }

    /// <summary>A renewal opens the upstream's lock, also of a VPS that was locked for abuse.</summary>
    private async Task<Result> Tell(Vps vps, DateTimeOffset until, CancellationToken ct)
    {
        var machine = await machines.Verify(vps, Freshness.Recent, ct);
        if (!machine.IsSuccess)
            return machine.Error;

        var renewed = await automation.Renew(machine.Value, until, ct);
        return renewed.IsSuccess && vps.AdminStatus != VpsAdminStatus.Normal ? await automation.Lock(machine.Value, ct) : renewed;
    }
}
