using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using VpsPanel.Application.Identity.ApiKeys;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http.Network;

namespace VpsPanel.WebApi.Http.Security;

/// <summary>The requirement behind every mark; what it asks for is on the endpoint.</summary>
internal sealed class EndpointAccessRequirement : IAuthorizationRequirement
{
    public static AuthorizationPolicy Policy { get; } = new([new EndpointAccessRequirement()], []);
}

/// <summary>Compares the endpoint's mark with the rights that authentication found, and names the actor of the request.</summary>
internal sealed class EndpointAccessHandler : AuthorizationHandler<EndpointAccessRequirement>
{
    private const string AdminScope = "admin";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, EndpointAccessRequirement requirement)
    {
        if (context.Resource is not HttpContext http)
            return Task.CompletedTask;

        var access = http.GetEndpoint()?.Metadata.GetMetadata<EndpointAccess>();
        var (person, key) = (http.Features.Get<Access>(), http.Features.Get<ApiKeyAccess>());
        var (actor, failure) = Decide(access, person, key, RouteId(http));
        http.RequestServices.GetRequiredService<RequestContext>().Set(
            actor, ErrorBody.TraceOf(http), ClientAddress.Of(http)?.ToString(), key is null ? http.Session() : null,
            key?.GrantList ?? (person is { IsAdmin: true } ? person.GrantList : null));
        if (failure is null)
            context.Succeed(requirement);
        else
            context.Fail(new AuthorizationFailureReason(this, failure));

        return Task.CompletedTask;
    }

    private static (Actor Actor, string? Refusal) Decide(EndpointAccess? mark, Access? access, ApiKeyAccess? key, long? routeId) =>
        mark switch
    {
        EndpointAccess.Public => (Actor.Anonymous, null),
        EndpointAccess.SignedIn when access is not null => (Person(access, ActorKind.User), null),
        EndpointAccess.UserRole when access is not null => (Person(
            access, ActorKind.User), access.IsUser ? null : AccessFailures.UserRequired),
        EndpointAccess.Permission or EndpointAccess.AnyAdmin or EndpointAccess.ApiKey when key is { IsActive: false } =>
            (Actor.Anonymous, AccessFailures.KeyDisabled),
        EndpointAccess.Permission(var code) when key is not null => (Program(key, ActorKind.Admin), Admits(key, code)),
        EndpointAccess.AnyAdmin(var code) when key is not null => (Program(key, ActorKind.Admin), Admits(key, code)),
        EndpointAccess.ApiKey(var scope) when key is not null =>
            (Program(key, ActorKind.Robot), key.HasScope(scope) ? null : AccessFailures.PermissionDenied),
        EndpointAccess.Permission or EndpointAccess.AnyAdmin when access is { IsAdmin: false } =>
            (Actor.Anonymous, AccessFailures.AdminRequired),
        EndpointAccess.Permission { Code: var code, OrOwn: var orOwn } when access is not null =>
            (Person(
                access, ActorKind.Admin), access.May(code) || (orOwn && routeId == access.UserId) ? null : AccessFailures.PermissionDenied),
        EndpointAccess.AnyAdmin when access is not null => (Person(access, ActorKind.Admin), null),
        EndpointAccess.ApiKey => (Actor.Anonymous, AccessFailures.NoKey),
        _ => (Actor.Anonymous, AccessFailures.NotSignedIn),
    };

    private static string? Admits(ApiKeyAccess key, string code) =>
        key.HasScope(AdminScope) && key.May(code) ? null : AccessFailures.PermissionDenied;

    private static long? RouteId(HttpContext http) =>
        long.TryParse(http.GetRouteValue("id") as string, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static Actor Person(Access access, ActorKind kind) => new(kind, new UserId(access.UserId), access.Username);

    private static Actor Program(ApiKeyAccess key, ActorKind kind) => new(kind, default, key.Name, key.Id);
}

/// <summary>Reasons as they travel from the handler to the body.</summary>
internal static class AccessFailures
{
    public const string NotSignedIn = "not signed in";
    public const string UserRequired = "user role required";
    public const string AdminRequired = "admin required";
    public const string PermissionDenied = "permission denied";
    public const string KeyDisabled = "invalid api key";
    public const string NoKey = "no api key";
}

/// <summary>Writes the error body instead of an empty challenge.</summary>
internal sealed class AccessFailureWriter : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);

        var reason = authorizeResult.AuthorizationFailure?.FailureReasons.FirstOrDefault()?.Message ?? AccessFailures.NotSignedIn;
        return ErrorBody.Write(context, reason switch
        {
            AccessFailures.UserRequired => Error.Forbidden("auth.user_required", reason),
            AccessFailures.AdminRequired => Error.Forbidden("auth.admin_required", reason),
            AccessFailures.PermissionDenied => Error.Forbidden("auth.permission_denied", reason),
            AccessFailures.KeyDisabled => Error.Forbidden("auth.api_key_disabled", reason),
            AccessFailures.NoKey => Error.Unauthorized("auth.api_key_required", HasToken(context) ? "invalid api key" : "missing api key"),
            _ => Error.Unauthorized("auth.required", HasToken(context) ? "invalid token" : "missing token"),
        });
    }

    private static bool HasToken(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 || context.Request.Headers.ContainsKey("X-API-Key");
}
