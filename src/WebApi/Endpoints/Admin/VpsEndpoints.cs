using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Admin;
using VpsPanel.Application.Servers.Create;
using VpsPanel.Application.Servers.Operate;
using VpsPanel.Application.Servers.Renew;
using VpsPanel.Application.Servers.Suspend;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class VpsEndpoints
{
    public static void MapVps(this RouteGroupBuilder admin)
    {
        admin.MapGet("/vps", List).Needs("vps.list")
            .FilteredBy(ListFilter.Of<VpsStatus>())
            .WithName("listVps").WithSummary("List VPS of all users");
        admin.MapPost("/vps", Create).Needs("vps.create")
            .WithName("createVps").WithSummary("Record or order a VPS for a user")
            .WithDescription("With `provision` it is made at the upstream; else one that exists there is recorded.");
        admin.MapGet("/vps/{id:long}", Get).Needs("vps.view")
            .WithName("getVps").WithSummary("Show a VPS");
        admin.MapPatch("/vps/{id:long}", Update).Needs("vps.update")
            .WithName("updateVps").WithSummary("Change what is recorded of a VPS");
        admin.MapPost("/vps/{id:long}/lock", Lock).Needs("vps.lock")
            .WithName("lockVps").WithSummary("Lock a VPS");
        admin.MapPost("/vps/{id:long}/unlock", Unlock).Needs("vps.unlock")
            .WithName("unlockVps").WithSummary("Unlock a VPS");
        admin.MapPost("/vps/{id:long}/delete", Delete).Needs("vps.delete")
            .WithName("deleteVps").WithSummary("Delete a VPS at the upstream and here");
        admin.MapPost("/vps/{id:long}/resize", Resize).Needs("vps.resize")
            .WithName("resizeVps").WithSummary("Give a VPS another size without an order");
        admin.MapPost("/vps/{id:long}/status", SetStatus).Needs("vps.admin_status")
            .WithName("setVpsAdminStatus").WithSummary("Judge what a VPS is used for");
        admin.MapPost("/vps/{id:long}/emergency-renew", RenewInEmergency).Needs("vps.emergency_renew")
            .WithName("renewVpsInEmergency").WithSummary("Extend a user's expiring VPS without payment");
        admin.MapPost("/vps/{id:long}/refresh", Refresh).Needs("vps.refresh")
            .WithName("refreshVps").WithSummary("Read the state of a user's VPS from the upstream");
        admin.MapPost("/vps/{id:long}/relink", Relink).Needs("vps.relink")
            .WithName("relinkVps").WithSummary("Say which machine of the upstream a VPS is")
            .WithDescription("The way back after `vps.identity_lost`. Answers the id and the name of the machine found; refuses one that is another VPS's.");
        admin.MapPatch("/vps/{id:long}/expire-at", SetExpiry).Needs("vps.update_expire")
            .WithName("setVpsExpiry").WithSummary("Set when a VPS expires");
    }

    private static async Task<ApiResult<Page<VpsView>>> List(
        string? status, [FromQuery(Name = "user_id")] string? userId, string? keyword, [AsParameters] PageQuery page, IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(new ListVps(page.ToPaging(), status, long.TryParse(userId, CultureInfo.InvariantCulture, out var owner) ? owner : 0, keyword), ct);

    private static async Task<ApiResult<VpsView>> Create(
        NewVpsBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct)
    {
        var made = body.Provision == true
            ? await mediator.Send(new ProvisionVps(body.ToNew(), key), ct)
            : await mediator.Send(new RegisterVps(body.ToNew(), key), ct);
        return made.IsSuccess ? await mediator.Send(new GetVps(made.Value), ct) : Result<VpsView>.Fail(made.Error);
    }

    private static async Task<ApiResult<VpsView>> Get(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetVps(new VpsId(id)), ct);

    private static async Task<ApiResult<VpsView>> Update(long id, VpsBody body, IMediator mediator, CancellationToken ct) =>
        await Shown(id, await mediator.Send(new UpdateVps(new VpsId(id), body.ToFields(), body.SyncMode?.Trim() ?? ""), ct), mediator, ct);

    private static async Task<ApiResult> Lock(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new LockVps(new VpsId(id)), ct);

    private static async Task<ApiResult> Unlock(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UnlockVps(new VpsId(id)), ct);

    private static async Task<ApiResult> Delete(long id, ReasonBody? body, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new DeleteVps(new VpsId(id), body?.Reason?.Trim() ?? ""), ct)).Done();

    private static async Task<ApiResult> Resize(long id, SizesBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(body.ToCommand(new VpsId(id)), ct);

    private static async Task<ApiResult> SetStatus(long id, AdminStatusBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SetVpsAdminStatus(new VpsId(id), body.Status?.Trim() ?? "", body.Reason?.Trim() ?? ""), ct);

    private static async Task<ApiResult<VpsView>> RenewInEmergency(long id, IMediator mediator, CancellationToken ct) =>
        await Shown(id, await mediator.Send(new GrantEmergencyRenewal(new VpsId(id)), ct), mediator, ct);

    private static async Task<ApiResult<VpsView>> Refresh(long id, IMediator mediator, CancellationToken ct) =>
        await Shown(id, await mediator.Send(new RefreshVps(new VpsId(id)), ct), mediator, ct);

    private static async Task<ApiResult<RelinkedVps>> Relink(long id, RelinkBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new RelinkVps(new VpsId(id), body.AutomationInstanceId?.Trim() ?? "", body.Gone ?? false), ct);

    private static async Task<ApiResult<VpsView>> SetExpiry(long id, ExpiryBody body, IMediator mediator, CancellationToken ct) =>
        await Shown(id, await mediator.Send(new SetVpsExpiry(new VpsId(id), body.ExpireAt), ct), mediator, ct);

    /// <summary>The VPS as a change left it.</summary>
    private static async Task<Result<VpsView>> Shown(long id, Result changed, IMediator mediator, CancellationToken ct) =>
        changed.IsSuccess ? await mediator.Send(new GetVps(new VpsId(id)), ct) : changed.Error;
}
