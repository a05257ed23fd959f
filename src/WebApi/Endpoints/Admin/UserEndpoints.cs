using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Identity.Sessions.Commands;
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

internal static class UserEndpoints
{
    public static void MapUsers(this RouteGroupBuilder admin)
    {
        admin.MapGet("/users", List).Needs("user.list")
            .FilteredBy(ListFilter.Of<UserStatus>())
            .WithName("listUsers").WithSummary("List users");
        admin.MapPost("/users", Create).Needs("user.create")
            .WithName("createUser").WithSummary("Create a user");
        admin.MapGet("/users/{id:long}", Get).Needs("user.view")
            .WithName("getUser").WithSummary("Show a user");
        admin.MapPatch("/users/{id:long}", Change).Needs("user.update")
            .WithName("updateUser").WithSummary("Change a user").WithDescription("Only what is given changes.");
        admin.MapPost("/users/{id:long}/reset-password", ResetPassword).Needs("user.reset_password")
            .WithName("resetUserPassword").WithSummary("Set a user's password").WithDescription("Ends the user's sessions.");
        admin.MapPatch("/users/{id:long}/status", SetStatus).Needs("user.update")
            .WithName("setUserStatus").WithSummary("Block a user or let them in again");
        admin.MapPost("/users/{id:long}/impersonate", Impersonate).Needs("user.update")
            .WithName("impersonateUser").WithSummary("Act as a user");
    }

    private static async Task<ApiResult<Page<UserView>>> List(
        string? status, string? keyword, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListUsers(status, keyword, page.ToPaging()), ct);

    private static async Task<ApiResult<UserView>> Create(NewUserBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(
            new CreateUser(body.Username, body.Email, body.Password, body.Qq, body.Phone, body.Bio, body.Intro, body.Status, body.Role),
            ct);

    private static async Task<ApiResult<UserView>> Get(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetUser(new UserId(id)), ct);

    private static async Task<ApiResult> Change(long id, UserBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(
            new ChangeUser(
                new UserId(id), body.Username, body.Email, body.Qq, body.Phone, body.Bio, body.Intro, body.Avatar, body.Role,
                body.Status), ct);

    private static async Task<ApiResult> ResetPassword(long id, NewPasswordBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ResetUserPassword(new UserId(id), body.Password), ct);

    private static async Task<ApiResult> SetStatus(long id, UserStatusBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SetUserStatus(new UserId(id), body.Status), ct);

    private static async Task<ApiResult<TokenPair>> Impersonate(long id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ImpersonateUser(new UserId(id), http.ClientName()), ct);
}

internal sealed record NewUserBody(
    string? Username,
    string? Email,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Password,
    string? Qq,
    string? Phone,
    string? Bio,
    string? Intro,
    [property: WordsOf(typeof(UserStatus))] string? Status,
    string? Role);

internal sealed record UserBody(
    string? Username, string? Email, string? Qq, string? Phone, string? Bio, string? Intro, string? Avatar, string? Role,
    [property: WordsOf(typeof(UserStatus))] string? Status);

internal sealed record NewPasswordBody([property: JsonConverter(typeof(VerbatimTextConverter))] string? Password);

internal sealed record UserStatusBody([property: WordsOf(typeof(UserStatus))] string? Status);
