using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http.Security;

/// <summary>The requirement behind every mark; what it asks for is on the endpoint.</summary>
internal sealed class MarkRequirement : IAuthorizationRequirement
{
    public static AuthorizationPolicy Policy { get; } = new([new MarkRequirement()], []);
}

/// <summary>Compares the endpoint's mark with the rights that authentication found, and names the actor of the request.</summary>
internal sealed class MarkHandler(IHttpContextAccessor accessor) : AuthorizationHandler<MarkRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MarkRequirement requirement)
    {
        var http = accessor.HttpContext!;
        if (Decide(http) is { } refusal)
            context.Fail(new AuthorizationFailureReason(this, refusal));
        else
            context.Succeed(requirement);

        return Task.CompletedTask;
    }

    private static string? Decide(HttpContext http)
    {
        var mark = http.GetEndpoint()?.Metadata.GetMetadata<AccessMark>();
        var access = http.Features.Get<Access>();
        var key = http.Features.Get<KeyAccess>();
        switch (mark)
        {
            case AccessMark.Public:
                Act(http, Actor.Anonymous);
                return null;
            case AccessMark.SignedIn when access is not null:
                Act(http, new Actor(ActorKind.User, new UserId(access.UserId), access.Username));
                return null;
            case AccessMark.Permission(var code) when key is not null:
                Act(http, new Actor(ActorKind.Admin, default, key.Name));
                return key.May(code) ? null : Refusals.PermissionDenied;
            case AccessMark.Permission or AccessMark.AnyAdmin when access is { IsAdmin: false }:
                return Refusals.AdminRequired;
            case AccessMark.Permission(var code) when access is not null:
                Act(http, new Actor(ActorKind.Admin, new UserId(access.UserId), access.Username));
                return access.May(code) ? null : Refusals.PermissionDenied;
            case AccessMark.AnyAdmin when access is not null:
                Act(http, new Actor(ActorKind.Admin, new UserId(access.UserId), access.Username));
                return null;
            case AccessMark.ApiKey(var scope) when key is not null:
                Act(http, new Actor(ActorKind.Robot, default, key.Name));
                return key.HasScope(scope) ? null : Refusals.PermissionDenied;
            default:
                return Refusals.NotSignedIn;
        }
    }

    private static void Act(HttpContext http, Actor actor) =>
        http.RequestServices.GetRequiredService<RequestContext>().Set(actor, ErrorBody.TraceOf(http), http.Connection.RemoteIpAddress?.ToString());
}

/// <summary>What an API key may do.</summary>
internal sealed record KeyAccess(long KeyId, string Name, IReadOnlyList<string> Scopes, IReadOnlyList<string> Grants)
{
    public bool May(string code) => PermissionGroup.Covers(Grants, code);

    public bool HasScope(string scope) => Scopes.Contains(scope);
}

/// <summary>Reasons as they travel from the handler to the body.</summary>
internal static class Refusals
{
    public const string NotSignedIn = "not signed in";
    public const string AdminRequired = "admin required";
    public const string PermissionDenied = "permission denied";
}

/// <summary>Writes the error body instead of an empty challenge.</summary>
internal sealed class RefusalWriter : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);

        var reason = authorizeResult.AuthorizationFailure?.FailureReasons.FirstOrDefault()?.Message ?? Refusals.NotSignedIn;
        return ErrorBody.Write(context, reason switch
        {
            Refusals.AdminRequired => Error.Forbidden("auth.admin_required", reason),
            Refusals.PermissionDenied => Error.Forbidden("auth.permission_denied", reason),
            _ => Error.Unauthorized("auth.required", HasToken(context) ? "invalid token" : "missing token"),
        });
    }

    private static bool HasToken(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 || context.Request.Headers.ContainsKey("X-API-Key");
}
