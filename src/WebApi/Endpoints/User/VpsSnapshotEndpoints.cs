using MediatR;
using VpsPanel.Application.Servers.Snapshots;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

/// <summary>Snapshots and backups differ in their word alone.</summary>
internal static class VpsSnapshotEndpoints
{
    public static void MapVpsCopies(this RouteGroupBuilder user, string word, SnapshotKind kind)
    {
        var of = new SnapshotRoutes(kind);
        var one = kind.ToString().ToLowerInvariant();
        user.MapGet($"/vps/{{id:long}}/{word}", of.List).WithName($"listVps{kind}s").WithSummary($"List the {word} of a VPS");
        user.MapPost($"/vps/{{id:long}}/{word}", of.Add).WithName($"createVps{kind}").WithSummary($"Make a {one} of a VPS");
        user.MapDelete($"/vps/{{id:long}}/{word}/{{copyId}}", of.Delete)
            .WithName($"deleteVps{kind}").WithSummary($"Delete a {one} of a VPS");
        user.MapPost($"/vps/{{id:long}}/{word}/{{copyId}}/restore", of.Restore)
            .WithName($"restoreVps{kind}").WithSummary($"Put a VPS back to a {one}");
    }

    private sealed class SnapshotRoutes(SnapshotKind kind)
    {
        public async Task<ApiResult<UpstreamResource>> List(long id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new ListSnapshots(new VpsId(id), kind), ct);

        public async Task<ApiResult> Add(long id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new CreateSnapshot(new VpsId(id), kind), ct);

        public async Task<ApiResult> Delete(long id, string copyId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new DeleteSnapshot(new VpsId(id), kind, copyId), ct);

        public async Task<ApiResult> Restore(long id, string copyId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new RestoreSnapshot(new VpsId(id), kind, copyId), ct);
    }
}
