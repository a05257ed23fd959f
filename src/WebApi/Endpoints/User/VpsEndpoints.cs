using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Operate;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class VpsEndpoints
{
    public static void MapMyVps(this RouteGroupBuilder user)
    {
        user.MapGet("/vps", List)
            .WithName("listMyVps").WithSummary("List my VPS");
        user.MapGet("/vps/{id:long}", Get)
            .WithName("getMyVps").WithSummary("Show one of my VPS");
        user.MapPost("/vps/{id:long}/refresh", Refresh)
            .WithName("refreshMyVps").WithSummary("Read the state of a VPS from the upstream");
        user.MapGet("/vps/{id:long}/panel", Panel)
            .WithName("openMyVpsPanel").WithSummary("Open the control panel of a VPS")
            .WithDescription("Redirects the browser to an address that signs it in.");
        user.MapGet("/vps/{id:long}/vnc", Vnc)
            .WithName("openMyVpsConsole").WithSummary("Open the VNC console of a VPS").WithDescription("Redirects the browser.");
        user.MapGet("/vps/{id:long}/monitor", Monitor)
            .WithName("getMyVpsMonitor").WithSummary("Show the load of a VPS");
        user.MapPost("/vps/{id:long}/start", Start)
            .WithName("startMyVps").WithSummary("Start a VPS");
        user.MapPost("/vps/{id:long}/shutdown", Shutdown)
            .WithName("shutDownMyVps").WithSummary("Shut a VPS down");
        user.MapPost("/vps/{id:long}/reboot", Reboot)
            .WithName("rebootMyVps").WithSummary("Restart a VPS");
        user.MapPost("/orders/{id:long}/refresh", RefreshOrder)
            .WithName("refreshMyOrderVps").WithSummary("Read the state of all VPS of an order from the upstream");
    }

    private static async Task<ApiResult<Listing<VpsView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMyVps(), ct);

    private static async Task<ApiResult<VpsView>> Get(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetMyVps(new VpsId(id)), ct);

    private static async Task<ApiResult<VpsView>> Refresh(long id, IMediator mediator, CancellationToken ct)
    {
        var refreshed = await mediator.Send(new RefreshMyVps(new VpsId(id)), ct);
        return refreshed.IsSuccess ? await mediator.Send(new GetMyVps(new VpsId(id)), ct) : Result<VpsView>.Fail(refreshed.Error);
    }

    private static async Task<Redirection> Panel(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new OpenVpsPanel(new VpsId(id)), ct);

    private static async Task<Redirection> Vnc(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new FindVncAddress(new VpsId(id)), ct);

    private static async Task<ApiResult<VpsMonitor>> Monitor(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new MonitorVps(new VpsId(id)), ct);

    private static async Task<ApiResult> Start(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new PowerVps(new VpsId(id), PowerMove.Start), ct);

    private static async Task<ApiResult> Shutdown(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new PowerVps(new VpsId(id), PowerMove.Shutdown), ct);

    private static async Task<ApiResult> Reboot(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new PowerVps(new VpsId(id), PowerMove.Reboot), ct);

    private static async Task<ApiResult<Listing<VpsView>>> RefreshOrder(long id, IMediator mediator, CancellationToken ct)
    {
        var refreshed = await mediator.Send(new RefreshOrderVps(new OrderId(id)), ct);
        return refreshed.IsSuccess
            ? await mediator.Send(new ListOrderVps(new OrderId(id)), ct)
            : Result<Listing<VpsView>>.Fail(refreshed.Error);
    }
}
