using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Snapshots;

/// <summary>The snapshots or backups of the owner's host.</summary>
public sealed record ListSnapshots(VpsId Id, SnapshotKind Kind) : IQuery<UpstreamResource>;

internal sealed class ListSnapshotsHandler(VpsAccessGuard guard, IAutomation automation) : IQueryHandler<ListSnapshots, UpstreamResource>
{
    public async Task<Result<UpstreamResource>> Handle(ListSnapshots query, CancellationToken ct)
    {
        var host = await guard.ForUse(query.Id, Freshness.Recent, ct);
        return host.IsSuccess
            ? (await automation.ListSnapshots(host.Value.Machine, query.Kind, ct)).Map(parts => new UpstreamResource(parts))
            : host.Error;
    }
}
