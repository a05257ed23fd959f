using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>An admin gives a host other sizes, without charge or refund.</summary>
/// <param name="Cpu">Stays as it is when null; likewise for the others.</param>
public sealed record SetVpsSizes(VpsId Id, int? Cpu, int? MemoryGb, int? DiskGb, int? BandwidthMbps) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new(
        "vps.resize", "vps", Id.Value.ToString(), new { spec = new { cpu = Cpu, memory_gb = MemoryGb, disk_gb = DiskGb, bandwidth_mbps = BandwidthMbps } });
}

internal sealed class SetVpsSizesValidator : AbstractValidator<SetVpsSizes>
{
    public SetVpsSizesValidator()
    {
        RuleFor(command => command.Cpu).InclusiveBetween(1, VpsLimits.MaxSize);
        RuleFor(command => command.MemoryGb).InclusiveBetween(1, VpsLimits.MaxSize);
        RuleFor(command => command.DiskGb).InclusiveBetween(1, VpsLimits.MaxSize);
        RuleFor(command => command.BandwidthMbps).InclusiveBetween(1, VpsLimits.MaxSize);
        RuleFor(command => command).Must(command => (command.Cpu ?? command.MemoryGb ?? command.DiskGb ?? command.BandwidthMbps) is not null)
            .OverridePropertyName("cpu").WithMessage("one of cpu, memory_gb, disk_gb and bandwidth_mbps is required");
    }
}

internal sealed class SetVpsSizesHandler(IVpsStore servers, IOrders orders, IAutomation automation) : ICommandHandler<SetVpsSizes>
{
    public async Task<Result> Handle(SetVpsSizes command, CancellationToken ct)
    {
        if (await servers.Peek(command.Id, ct) is not { } seen)
            return VpsErrors.NotFound;

        var reachable = seen.Reachable();
        if (!reachable.IsSuccess)
            return reachable;

        // What its owner was quoted starts from the sizes as they are.
        if (await orders.HasOpenChange(command.Id, ct))
            return VpsErrors.ChangePending;

        if (command.DiskGb < seen.DiskGb)
            return VpsErrors.DiskCannotShrink;

        var sizes = new HostSizes(command.Cpu, command.MemoryGb, command.DiskGb, command.BandwidthMbps, null);
        var resized = await automation.Resize(seen.AutomationInstanceId!, sizes, ct);
        if (!resized.IsSuccess)
            return resized;

        if (await servers.FindForUpdate(command.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        vps.TakeSizes(command.Cpu, command.MemoryGb, command.DiskGb, command.BandwidthMbps);
        return Result.Success;
    }
}
