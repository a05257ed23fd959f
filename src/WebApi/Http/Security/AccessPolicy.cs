using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http.Network;

namespace VpsPanel.WebApi.Http.Security;

/// <summary>The requirement behind every mark; what it asks for is on the endpoint.</summary>
internal sealed class MarkRequirement : IAuthorizationRequirement
{
    public static AuthorizationPolicy Policy { get; } = new([new MarkRequirement()], []);
}

/// <summary>Compares the endpoint's mark with the rights that authentication found, and names the actor of the request.</summary>
internal sealed class MarkHandler : AuthorizationHandler<MarkRequirement>
{
    private const string AdminScope = "admin";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MarkRequirement requirement)
    {
        if (context.Resource is not HttpContext http)
            return Task.CompletedTask;

        var mark = http.GetEndpoint()?.Metadata.GetMetadata<AccessMark>();
        var (actor, refusal) = Decide(mark, http.Features.Get<Access>(), http.Features.Get<ApiKeyAccess>(), RouteId(http));
        http.RequestServices.GetRequiredService<RequestContext>()
            .Set(actor, ErrorBody.TraceOf(http), ClientAddress.Of(http)?.ToString());
        if (refusal is null)
            context.Succeed(requirement);
        else
            context.Fail(new AuthorizationFailureReason(this, refusal));

        return Task.CompletedTask;
    }

    private static (Actor Actor, string? Refusal) Decide(AccessMark? mark, Access? access, ApiKeyAccess? key, long? routeId) => mark switch
    {
        AccessMark.Public => (Actor.Anonymous, null),
        AccessMark.SignedIn when access is not null => (Person(access, ActorKind.User), null),
        AccessMark.UserRole when access is not null => (Person(access, ActorKind.User), access.IsUser ? null : Refusals.UserRequired),
        AccessMark.Permission or AccessMark.AnyAdmin or AccessMark.ApiKey when key is { IsActive: false } =>
            (Actor.Anonymous, Refusals.KeyDisabled),
        AccessMark.Permission(var code) when key is not null => (Program(key, ActorKind.Admin), Admits(key, code)),
        AccessMark.AnyAdmin(var code) when key is not null => (Program(key, ActorKind.Admin), Admits(key, code)),
        AccessMark.ApiKey(var scope) when key is not null =>
            (Program(key, ActorKind.Robot), key.HasScope(scope) ? null : Refusals.PermissionDenied),
        AccessMark.Permission or AccessMark.AnyAdmin when access is { IsAdmin: false } => (Actor.Anonymous, Refusals.AdminRequired),
        AccessMark.Permission { Code: var code, OrOwn: var orOwn } when access is not null =>
            (Person(access, ActorKind.Admin), access.May(code) || (orOwn && routeId == access.UserId) ? null : Refusals.PermissionDenied),
        AccessMark.AnyAdmin when access is not null => (Person(access, ActorKind.Admin), null),
        AccessMark.ApiKey => (Actor.Anonymous, Refusals.NoKey),
        _ => (Actor.Anonymous, Refusals.NotSignedIn),
    };

    private static string? Admits(ApiKeyAccess key, string code) =>
        key.HasScope(AdminScope) && key.May(code) ? null : Refusals.PermissionDenied;

    private static long? RouteId(HttpContext http) =>
        long.TryParse(http.GetRouteValue("id") as string, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static Actor Person(Access access, ActorKind kind) => new(kind, new UserId(access.UserId), access.Username);

    private static Actor Program(ApiKeyAccess key, ActorKind kind) => new(kind, default, key.Name);
}

/// <summary>Reasons as they travel from the handler to the body.</summary>
internal static class Refusals
{
    public const string NotSignedIn = "not signed in";
    public const string UserRequired = "user role required";
    public const string AdminRequired = "admin required";
    public const string PermissionDenied = "permission denied";
    public const string KeyDisabled = "invalid api key";
    public const string NoKey = "no api key";
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
            Refusals.UserRequired => Error.Forbidden("auth.user_required", reason),
            Refusals.AdminRequired => Error.Forbidden("auth.admin_required", reason),
            Refusals.PermissionDenied => Error.Forbidden("auth.permission_denied", reason),
            Refusals.KeyDisabled => Error.Forbidden("auth.api_key_disabled", reason),
            Refusals.NoKey => Error.Unauthorized("auth.api_key_required", HasToken(context) ? "invalid api key" : "missing api key"),
            _ => Error.Unauthorized("auth.required", HasToken(context) ? "invalid token" : "missing token"),
        });
    }

    private static bool HasToken(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 || context.Request.Headers.ContainsKey("X-API-Key");
}
