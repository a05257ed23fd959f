using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner starts, stops or reboots his host. What came of it shows with the next refresh.</summary>
public sealed record PowerVps(VpsId Id, PowerMove Move) : ICommand;

internal sealed class PowerVpsHandler(IVpsStore servers, IAutomation automation, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<PowerVps>
{
    public async Task<Result> Handle(PowerVps command, CancellationToken ct)
    {
        if (await servers.Find(command.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var usable = vps.Usable(clock.GetUtcNow());
        return usable.IsSuccess ? await automation.Power(vps.AutomationInstanceId!, command.Move, ct) : usable;
    }
}
