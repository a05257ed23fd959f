using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Queries;

/// <summary>Where the owner sees his host's screen.</summary>
public sealed record FindVncAddress(VpsId Id) : IQuery<Uri>;

internal sealed class FindVncAddressHandler(IVpsStore servers, IAutomation automation, ICurrentActor actor, TimeProvider clock)
    : IQueryHandler<FindVncAddress, Uri>
{
    public async Task<Result<Uri>> Handle(FindVncAddress query, CancellationToken ct)
    {
        if (await servers.Find(query.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var usable = vps.Usable(clock.GetUtcNow());
        return usable.IsSuccess ? await automation.VncAddress(vps.AutomationInstanceId!, ct) : usable.Error;
    }
}
