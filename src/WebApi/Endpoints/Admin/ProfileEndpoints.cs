using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Identity.Sessions.Commands;
using VpsPanel.Application.Identity.Sessions.Queries;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Identity.Users.Commands;
using VpsPanel.Application.Identity.Users.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.WebApi.Endpoints.User;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class ProfileEndpoints
{
    public static void MapProfile(this RouteGroupBuilder admin)
    {
        admin.MapGet("/profile", Get).AnyAdmin("profile.view")
            .WithName("getAdminProfile").WithSummary("Show my administrator account");
        admin.MapPatch("/profile", Change).AnyAdmin("profile.update")
            .WithName("updateAdminProfile").WithSummary("Change my administrator account");
        admin.MapPost("/profile/change-password", ChangePassword).AnyAdmin("profile.change_password")
            .WithName("changeAdminPassword").WithSummary("Change my administrator password");
        admin.MapPost("/auth/reauthenticate", Confirm).AnyAdmin("profile.reauthenticate")
            .WithName("reauthenticateAdmin").WithSummary("Confirm my administrator password")
            .WithDescription("What changes credentials asks for it when signing in is some minutes ago.");
        admin.MapGet("/profile/sessions", ListSessions).AnyAdmin("profile.sessions")
            .WithName("listAdminSessions").WithSummary("List where I am signed in as administrator");
        admin.MapDelete("/profile/sessions/{id:long}", EndSession).AnyAdmin("profile.end_session")
            .WithName("endAdminSession").WithSummary("Sign out one of my administrator sessions");
    }

    private static async Task<ApiResult<UserView>> Get(HttpContext http, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetMe(http.Features.Get<Access>()?.GrantList), ct);

    private static async Task<ApiResult<UserView>> Change(ProfileBody body, HttpContext http, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(
            new ChangeMyProfile(
                null, body.Email, body.DisplayName, body.Qq, null, null, null, null, http.Session(),
                CurrentPassword: body.CurrentPassword ?? body.OldPassword), ct);

    private static async Task<ApiResult> Confirm(ReauthenticateBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new Reauthenticate(body.Password), ct);

    private static async Task<ApiResult> ChangePassword(PasswordBody body, HttpContext http, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ChangeMyPassword(body.OldPassword, body.NewPassword, http.Session()), ct);

    private static async Task<ApiResult<Listing<SessionView>>> ListSessions(HttpContext http, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMySessions(http.Session()?.Value ?? 0), ct);

    private static async Task<ApiResult> EndSession(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new EndSession(new SessionId(id)), ct);
}

internal sealed record ProfileBody(
    string? Email,
    string? Qq,
    string? DisplayName,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? CurrentPassword,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? OldPassword);

internal sealed record PasswordBody(
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? OldPassword,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? NewPassword);
