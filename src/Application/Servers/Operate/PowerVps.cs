using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>The owner starts, stops or reboots their host. What came of it shows with the next refresh.</summary>
public sealed record PowerVps(VpsId Id, PowerMove Move) : ICommand;

internal sealed class PowerVpsHandler(VpsAccessGuard guard, IAutomation automation) : ICommandHandler<PowerVps>
{
    public async Task<Result> Handle(PowerVps command, CancellationToken ct)
    {
        var host = await guard.ForChange(command.Id, Freshness.Recent, ct);
        return host.IsSuccess ? await automation.Power(host.Value.Machine, command.Move, ct) : host.Error;
    }
}
