using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Configuration;

namespace VpsPanel.WebApi.Http.Network;

/// <summary>
/// Who may come as far as the admins' doors at all: section <c>Panel:AdminAccess</c> with <c>AllowCidrs</c> (none means anybody),
/// <c>RateLimitPerMinute</c> per address and node (0 means no limit) and <c>Burst</c> (a sixth of the rate by default). Stands before
/// authentication, and for both families of admin routes: a list that guards one of two doors guards nothing.
/// </summary>
internal static class AdminAccess
{
    private const int MaxRate = 1_000_000;

    private static readonly Error NotAllowed = Error.Forbidden("admin_access.address_not_allowed", "not allowed from this address");

    private static readonly Error TooMany = new(ErrorKind.RateLimited, "admin_access.rate_limited", "too many requests");

    /// <param name="doors">Where the admin routes begin.</param>
    public static void UseAdminAccess(this WebApplication app, params PathString[] doors)
    {
        var allowed = NetworkList.Read(app.Configuration, "Panel:AdminAccess:AllowCidrs");
        var buckets = Buckets(app);
        if (allowed.IsEmpty && buckets is null)
            return;

        app.UseWhen(
            http => Array.Exists(doors, door => http.Request.Path.StartsWithSegments(door, StringComparison.OrdinalIgnoreCase))
                && !IsOutside(http),
            branch => branch.Use(
                (http, next) => Refusal(http, allowed, buckets) is { } failure ? ErrorBody.Write(http, failure) : next(http)));
    }

    /// <summary>For what lies under the prefix but is called by outside systems, which prove themselves in another way.</summary>
    public static TBuilder OutsideAdminAccess<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Outside());

    private static bool IsOutside(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Outside>() is not null;

    private static Error? Refusal(HttpContext http, NetworkList allowed, TokenBuckets? buckets)
    {
        if (ClientAddress.Of(http) is not { } caller)
            return allowed.IsEmpty ? null : NotAllowed;

        if (!allowed.IsEmpty && !allowed.Contains(caller))
            return NotAllowed;

        return buckets?.Take(caller) is { } wait ? TooMany with { RetryAfter = wait } : null;
    }

    private static TokenBuckets? Buckets(WebApplication app)
    {
        var rate = app.Configuration.GetValue("Panel:AdminAccess:RateLimitPerMinute", 0);
        var burst = app.Configuration.GetValue("Panel:AdminAccess:Burst", 0);
        if (rate is < 0 or > MaxRate || burst is < 0 or > MaxRate)
            throw new InvalidOperationException($"Panel:AdminAccess:RateLimitPerMinute and Panel:AdminAccess:Burst take numbers from 0 to {MaxRate}.");

        burst = burst > 0 ? burst : Math.Max(1, rate / 6);
        return rate == 0 ? null : new TokenBuckets(rate, burst, app.Services.GetRequiredService<TimeProvider>());
    }

    private sealed record Outside;
}
