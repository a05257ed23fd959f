using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>Where the owner sees their VPS's screen.</summary>
public sealed record FindVncAddress(VpsId Id) : IQuery<Uri>;

internal sealed class FindVncAddressHandler(VpsAccessGuard guard, IAutomation automation) : IQueryHandler<FindVncAddress, Uri>
{
    public async Task<Result<Uri>> Handle(FindVncAddress query, CancellationToken ct)
    {
        var host = await guard.ForUse(query.Id, Freshness.Now, ct);
        return host.IsSuccess ? await automation.VncAddress(host.Value.Machine, ct) : host.Error;
    }
}
