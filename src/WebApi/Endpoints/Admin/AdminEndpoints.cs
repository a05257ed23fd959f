using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Identity.Users.Commands;
using VpsPanel.Application.Identity.Users.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class AdminEndpoints
{
    public static void MapAdmins(this RouteGroupBuilder admin)
    {
        admin.MapGet("/admins", List).Needs("admin.list")
            .FilteredBy(ListFilter.Of<UserStatus>() with { HasDefault = true })
            .WithName("listAdmins").WithSummary("List administrators");
        admin.MapPost("/admins", Create).Needs("admin.create")
            .WithName("createAdmin").WithSummary("Create an administrator");
        admin.MapPatch("/admins/{id:long}", Change).NeedsUnlessOwn("admin.update")
            .WithName("updateAdmin").WithSummary("Change an administrator");
        admin.MapPatch("/admins/{id:long}/status", SetStatus).Needs("admin.status")
            .WithName("setAdminStatus").WithSummary("Disable an administrator or let them in again");
        admin.MapDelete("/admins/{id:long}", Delete).Needs("admin.delete")
            .WithName("deleteAdmin").WithSummary("Remove an administrator");
    }

    private static async Task<ApiResult<Page<UserView>>> List(
        string? status, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListAdmins(status, page.ToPaging()), ct);

    private static async Task<ApiResult<UserView>> Create(NewAdminBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateAdmin(body.Username, body.Email, body.Password, body.Qq, body.PermissionGroupId), ct);

    private static async Task<ApiResult> Change(long id, AdminBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ChangeAdmin(new UserId(id), body.Username, body.Email, body.Qq, body.PermissionGroupId), ct);

    private static async Task<ApiResult> SetStatus(long id, SwitchBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SetAdminStatus(new UserId(id), body.Status), ct);

    private static async Task<ApiResult> Delete(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SetAdminStatus(new UserId(id), "disabled", IsDeletion: true), ct);
}

internal sealed record NewAdminBody(
    string? Username,
    string? Email,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Password,
    string? Qq,
    long? PermissionGroupId);

internal sealed record AdminBody(string? Username, string? Email, string? Qq, long? PermissionGroupId);
