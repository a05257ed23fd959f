using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Queries;

/// <summary>Where the owner sees his host's screen.</summary>
public sealed record FindVncAddress(VpsId Id) : IQuery<Uri>;

internal sealed class FindVncAddressHandler(HostDoor door, IAutomation automation) : IQueryHandler<FindVncAddress, Uri>
{
    public async Task<Result<Uri>> Handle(FindVncAddress query, CancellationToken ct)
    {
        var host = await door.ToUse(query.Id, ct);
        return host.IsSuccess ? await automation.VncAddress(host.Value.HostId, ct) : host.Error;
    }
}
