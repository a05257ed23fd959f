using MediatR;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Hosts.Commands;
using VpsPanel.Application.Hosts.Queries;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Hosts;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

/// <summary>Snapshots and backups differ in their word alone.</summary>
internal static class VpsCopyEndpoints
{
    public static void MapVpsCopies(this RouteGroupBuilder user, string word, CopyKind kind)
    {
        var of = new Copies(kind);
        var one = kind.ToString().ToLowerInvariant();
        user.MapGet($"/vps/{{id:long}}/{word}", of.List).WithName($"listVps{kind}s").WithSummary($"List the {word} of a VPS");
        user.MapPost($"/vps/{{id:long}}/{word}", of.Add).WithName($"createVps{kind}").WithSummary($"Make a {one} of a VPS");
        user.MapDelete($"/vps/{{id:long}}/{word}/{{copyId}}", of.Delete)
            .WithName($"deleteVps{kind}").WithSummary($"Delete a {one} of a VPS");
        user.MapPost($"/vps/{{id:long}}/{word}/{{copyId}}/restore", of.Restore)
            .WithName($"restoreVps{kind}").WithSummary($"Put a VPS back to a {one}");
    }

    private sealed class Copies(CopyKind kind)
    {
        public async Task<Answer<UpstreamParts>> List(long id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new ListCopies(new VpsId(id), kind), ct);

        public async Task<Answer> Add(long id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new AddCopy(new VpsId(id), kind), ct);

        public async Task<Answer> Delete(long id, string copyId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new DeleteCopy(new VpsId(id), kind, copyId), ct);

        public async Task<Answer> Restore(long id, string copyId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new RestoreCopy(new VpsId(id), kind, copyId), ct);
    }
}
