using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Queries;

/// <summary>The snapshots or backups of the owner's host.</summary>
public sealed record ListCopies(VpsId Id, CopyKind Kind) : IQuery<UpstreamParts>;

internal sealed class ListCopiesHandler(HostDoor door, IAutomation automation) : IQueryHandler<ListCopies, UpstreamParts>
{
    public async Task<Result<UpstreamParts>> Handle(ListCopies query, CancellationToken ct)
    {
        var host = await door.ToUse(query.Id, ct);
        return host.IsSuccess
            ? (await automation.ListCopies(host.Value.HostId, query.Kind, ct)).Map(parts => new UpstreamParts(parts))
            : host.Error;
    }
}
