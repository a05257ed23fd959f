using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Hosts.Commands;
using VpsPanel.Application.Hosts.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class VpsEndpoints
{
    public static void MapVps(this RouteGroupBuilder admin)
    {
        admin.MapGet("/vps", List).Needs("vps.list");
        admin.MapGet("/vps/{id:long}", Get).Needs("vps.view");
        admin.MapPost("/vps/{id:long}/refresh", Refresh).Needs("vps.refresh");
    }

    private static async Task<Answer<Page<VpsView>>> List(
        string? status, [FromQuery(Name = "user_id")] string? userId, string? keyword, [AsParameters] PageQuery page, IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(new ListVps(page.ToPaging(), status, long.TryParse(userId, out var owner) ? owner : 0, keyword), ct);

    private static async Task<Answer<VpsView>> Get(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetVps(new VpsId(id)), ct);

    private static async Task<Answer<VpsView>> Refresh(long id, IMediator mediator, CancellationToken ct)
    {
        var refreshed = await mediator.Send(new RefreshVps(new VpsId(id)), ct);
        return refreshed.IsSuccess ? await mediator.Send(new GetVps(new VpsId(id)), ct) : Result<VpsView>.Refuse(refreshed.Error);
    }
}
