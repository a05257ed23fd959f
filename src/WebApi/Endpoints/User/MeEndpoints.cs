using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Identity.Sessions.Commands;
using VpsPanel.Application.Identity.Sessions.Queries;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Identity.Users.Commands;
using VpsPanel.Application.Identity.Users.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class MeEndpoints
{
    public static void MapMe(this RouteGroupBuilder user)
    {
        user.MapGet("/me", Get)
            .WithName("getMyProfile").WithSummary("Show my account");
        user.MapPatch("/me", Change)
            .WithName("updateMyProfile").WithSummary("Change my account")
            .WithDescription("Only what is given changes. A new password or address takes `current_password`, or a fresh session.");
        user.MapGet("/me/sessions", ListSessions)
            .WithName("listMySessions").WithSummary("List where I am signed in");
        user.MapDelete("/me/sessions/{id:long}", EndSession)
            .WithName("endMySession").WithSummary("Sign out one of my sessions");
        user.MapPost("/auth/reauthenticate", Confirm)
            .WithName("reauthenticateUser").WithSummary("Confirm my password")
            .WithDescription("What changes credentials asks for it when signing in is some minutes ago.");
        user.MapPost("/auth/logout", LogOut)
            .WithName("logOut").WithSummary("Sign out");
    }

    private static async Task<ApiResult<UserView>> Get(IMediator mediator, CancellationToken ct) => await mediator.Send(new GetMe(), ct);

    private static async Task<ApiResult<UserView>> Change(MeBody body, HttpContext http, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(body.ToCommand(http.Session()), ct);

    private static async Task<ApiResult<Listing<SessionView>>> ListSessions(HttpContext http, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMySessions(http.Session()?.Value ?? 0), ct);

    private static async Task<ApiResult> EndSession(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new EndSession(new SessionId(id)), ct);

    private static async Task<ApiResult> Confirm(ReauthenticateBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new Reauthenticate(body.Password), ct);

    private static async Task<ApiResult> LogOut(HttpContext http, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new EndSession(http.Session() ?? default), ct);
}

/// <summary>What is blank stays as it is.</summary>
internal sealed record MeBody(
    string? Username,
    string? Email,
    string? DisplayName,
    string? Qq,
    string? Phone,
    string? Bio,
    string? Intro,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Password,
    string? Language,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? CurrentPassword,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? OldPassword)
{
    public ChangeMyProfile ToCommand(SessionId? session) =>
        new(Username, Email, DisplayName, Qq, Phone, Bio, Intro, Password, session, Language, CurrentPassword ?? OldPassword);
}

internal sealed record ReauthenticateBody([property: JsonConverter(typeof(VerbatimTextConverter))] string? Password);
