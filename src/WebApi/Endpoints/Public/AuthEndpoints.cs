using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Identity.Captchas.Commands;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Identity.Sessions.Commands;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Identity.Users.Commands;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Public;

internal static class AuthEndpoints
{
    public static void MapAuth(this RouteGroupBuilder routes)
    {
        routes.MapGet("/captcha", Captcha)
            .WithName("createCaptcha").WithSummary("Draw a captcha")
            .WithDescription("The picture is valid for a few minutes; its id goes along with the code that a person reads in it.");
        routes.MapPost("/auth/register", Register)
            .WithName("registerUser").WithSummary("Register a user account");
        routes.MapPost("/auth/login", LogIn)
            .WithName("logIn").WithSummary("Sign in").WithDescription("Takes `username` or `email`.");
        routes.MapPost("/auth/refresh", Refresh)
            .WithName("refreshSession").WithSummary("Exchange a refresh token for new tokens")
            .WithDescription("Without `refresh_token` the access token in `Authorization` is renewed instead.");
        routes.MapPost("/auth/forgot-password", ForgotPassword)
            .WithName("requestPasswordReset").WithSummary("Send a password reset letter")
            .WithDescription("Answers the same whether or not the address is known.");
        routes.MapPost("/auth/reset-password", ResetPassword)
            .WithName("resetPassword").WithSummary("Set a new password with the token of a reset letter");
    }

    public static void MapAdminAuth(this RouteGroupBuilder routes) => routes.MapPost("/auth/login", LogInAdmin)
        .WithName("logInAdmin").WithSummary("Sign in as administrator");

    private static async Task<ApiResult<CaptchaChallenge>> Captcha(HttpContext http, IMediator mediator, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await mediator.Send(new StartCaptcha(), ct);
    }

    private static async Task<ApiResult<RegisteredUser>> Register(
        RegisterBody body, HttpContext http, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(
            new RegisterUser(
                body.Username, body.Email, body.Password, body.CaptchaId, body.CaptchaCode, body.Qq, body.Phone,
                Languages.Preferred(http.Request.Headers.AcceptLanguage)), ct);

    private static async Task<ApiResult<TokenPair>> LogIn(LogInBody body, HttpContext http, IMediator mediator, CancellationToken ct) =>
        await SignInFrom(body, adminsOnly: false, http, mediator, ct);

    private static async Task<ApiResult<TokenPair>> LogInAdmin(
        LogInBody body, HttpContext http, IMediator mediator, CancellationToken ct) =>
        await SignInFrom(body, adminsOnly: true, http, mediator, ct);

    private static async Task<Result<TokenPair>> SignInFrom(
        LogInBody body, bool adminsOnly, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var signedIn = await mediator.Send(
            new SignIn(body.Login, body.Password, adminsOnly, http.ClientName(), DeviceCookies.Read(http.Request)), ct);
        if (signedIn.IsSuccess)
            DeviceCookies.Give(http, new UserId(signedIn.Value.User.Id));

        return signedIn;
    }

    private static async Task<ApiResult<TokenPair>> Refresh(RefreshBody? body, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(body?.RefreshToken))
        {
            var renewal = await mediator.Send(new RefreshSession(body.RefreshToken), ct);
            return renewal.IsSuccess
                ? renewal.Value.Tokens is { } tokens ? Result.Of(tokens) : (Result<TokenPair>)AccountErrors.InvalidRefreshToken
                : (Result<TokenPair>)renewal.Error;
        }

        return http.Features.Get<Access>() is { } access
            ? await mediator.Send(new RenewAccess(new SessionId(access.SessionId)), ct)
            : (Result<TokenPair>)AccountErrors.InvalidRefreshToken;
    }

    private static async Task<ApiResult> ForgotPassword(ForgotPasswordBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new RequestPasswordReset(body.Email), ct);

    private static async Task<ApiResult> ResetPassword(ResetPasswordBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ResetPassword(body.Token, body.NewPassword), ct);
}

internal sealed record RegisterBody(
    string? Username,
    string? Email,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Password,
    string? CaptchaId,
    string? CaptchaCode,
    string? Qq,
    string? Phone);

/// <summary>Either <c>username</c> (a name or an address) or <c>email</c>.</summary>
internal sealed record LogInBody(string? Username, string? Email, [property: JsonConverter(typeof(VerbatimTextConverter))] string? Password)
{
    internal string? Login => string.IsNullOrWhiteSpace(Username) ? Email : Username;
}

internal sealed record RefreshBody([property: JsonConverter(typeof(VerbatimTextConverter))] string? RefreshToken);

internal sealed record ForgotPasswordBody(string? Email);

internal sealed record ResetPasswordBody(
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Token,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? NewPassword);
