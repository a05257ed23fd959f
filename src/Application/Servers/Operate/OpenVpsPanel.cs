using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>Where the owner manages their VPS; kept as the last known address.</summary>
public sealed record OpenVpsPanel(VpsId Id) : ICommand<Uri>;

internal sealed class OpenVpsPanelHandler(
    IVpsRepository vpsRepository, MachineIdentity machines, IAutomation automation, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<OpenVpsPanel, Uri>
{
    private const int MaxUrl = 1000;

    public async Task<Result<Uri>> Handle(OpenVpsPanel command, CancellationToken ct)
    {
        if (await vpsRepository.Find(command.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var usable = vps.Usable(clock.GetUtcNow());
        if (!usable.IsSuccess)
            return usable.Error;

        // The password may have changed upstream since it was last stored.
        var host = await machines.See(vps, ct);
        if (!host.IsSuccess)
            return host.Error;

        var address = await automation.PanelAddress(host.Value.Machine, host.Value.State.Access.PanelPassword, ct);
        if (address is { IsSuccess: true, Value: { AbsoluteUri.Length: <= MaxUrl } url })
            vps.SetPanelUrl(url.AbsoluteUri);

        return address;
    }
}
