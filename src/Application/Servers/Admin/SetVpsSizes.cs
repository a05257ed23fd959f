using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Admin;

/// <summary>An admin gives a VPS other sizes, without charge or refund.</summary>
/// <param name="Cpu">Stays as it is when null; likewise for the others.</param>
public sealed record SetVpsSizes(VpsId Id, int? Cpu, int? MemoryGb, int? DiskGb, int? BandwidthMbps) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new(
        "vps.resize",
        "vps",
        Id.Value.ToString(),
        new { spec = new { cpu = Cpu, memory_gb = MemoryGb, disk_gb = DiskGb, bandwidth_mbps = BandwidthMbps } });
}

internal sealed class SetVpsSizesValidator : AbstractValidator<SetVpsSizes>
{
    public SetVpsSizesValidator()
    {
        RuleFor(command => command.Cpu).InclusiveBetween(1, VpsLimits.MaxSize);
        RuleFor(command => command.MemoryGb).InclusiveBetween(1, VpsLimits.MaxSize);
        RuleFor(command => command.DiskGb).InclusiveBetween(1, VpsLimits.MaxSize);
        RuleFor(command => command.BandwidthMbps).InclusiveBetween(1, VpsLimits.MaxSize);
        RuleFor(command => command)
            .Must(command => (command.Cpu ?? command.MemoryGb ?? command.DiskGb ?? command.BandwidthMbps) is not null)
            .OverridePropertyName("cpu").WithMessage("one of cpu, memory_gb, disk_gb and bandwidth_mbps is required");
    }
}

internal sealed class SetVpsSizesHandler(
    IVpsRepository vpsRepository, IOrders orders, MachineIdentity machines, IAutomation automation)
    : ICommandHandler<SetVpsSizes>
{
    public async Task<Result> Handle(SetVpsSizes command, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(command.Id, ct) is not { } seen)
            return VpsErrors.NotFound;

        var reachable = seen.Reachable();
        if (!reachable.IsSuccess)
            return reachable;

        // What its owner was quoted starts from the sizes as they are.
        if (await orders.HasOpenChange(command.Id, ct))
            return OrderErrors.ChangePending;

        if (command.DiskGb < seen.DiskGb)
            return VpsErrors.DiskCannotShrink;

        var sizes = new UpstreamVpsSize(command.Cpu, command.MemoryGb, command.DiskGb, command.BandwidthMbps, null);
        var machine = await machines.Verify(seen, Freshness.Recent, ct);
        if (!machine.IsSuccess)
            return machine.Error;

        var resized = await automation.Resize(machine.Value, sizes, ct);
        if (!resized.IsSuccess)
            return resized;

        if (await vpsRepository.FindForUpdate(command.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        vps.SetSizes(command.Cpu, command.MemoryGb, command.DiskGb, command.BandwidthMbps);
        return Result.Success;
    }
}
