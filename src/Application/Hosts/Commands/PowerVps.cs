using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner starts, stops or reboots his host. What came of it shows with the next refresh.</summary>
public sealed record PowerVps(VpsId Id, PowerMove Move) : ICommand;

internal sealed class PowerVpsHandler(HostDoor door, IAutomation automation) : ICommandHandler<PowerVps>
{
    public async Task<Result> Handle(PowerVps command, CancellationToken ct)
    {
        var host = await door.ToChange(command.Id, ct);
        return host.IsSuccess ? await automation.Power(host.Value.HostId, command.Move, ct) : host.Error;
    }
}
