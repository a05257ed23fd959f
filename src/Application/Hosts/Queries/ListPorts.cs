using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Queries;

/// <summary>The ports of the shared address that lead to the owner's host.</summary>
public sealed record ListPorts(VpsId Id) : IQuery<UpstreamParts>;

internal sealed class ListPortsHandler(HostDoor door, IAutomation automation) : IQueryHandler<ListPorts, UpstreamParts>
{
    public async Task<Result<UpstreamParts>> Handle(ListPorts query, CancellationToken ct)
    {
        var host = await door.ToUse(query.Id, ct);
        return host.IsSuccess
            ? (await automation.ListPorts(host.Value.HostId, ct)).Map(parts => new UpstreamParts(parts))
            : host.Error;
    }
}
