using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Network;

/// <summary>The ports of the shared address that lead to the owner's host.</summary>
public sealed record ListPorts(VpsId Id) : IQuery<UpstreamResource>;

internal sealed class ListPortsHandler(VpsAccessGuard guard, IAutomation automation) : IQueryHandler<ListPorts, UpstreamResource>
{
    public async Task<Result<UpstreamResource>> Handle(ListPorts query, CancellationToken ct)
    {
        var host = await guard.ForUse(query.Id, Freshness.Recent, ct);
        return host.IsSuccess
            ? (await automation.ListPorts(host.Value.Machine, ct)).Map(parts => new UpstreamResource(parts))
            : host.Error;
    }
}
