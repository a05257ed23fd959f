using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Health;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Public;

internal static class HealthEndpoints
{
    public static void MapHealth(this RouteGroupBuilder routes)
    {
        routes.MapGet("/health/live", Live)
            .WithName("checkLiveness").WithSummary("Check that the process answers");
        routes.MapGet("/health/ready", Ready)
            .WithName("checkReadiness").WithSummary("Check that the service can do its work")
            .WithDescription("503 says what is missing.");
    }

    private static Health Live() => Health.Ok;

    private static async Task<ApiResult<Health>> Ready(Readiness readiness, CancellationToken ct) =>
        await readiness.Look(ct) is { } missing
            ? Result<Health>.Fail(new Error(ErrorKind.Unavailable, "health.not_ready", missing) { RetryAfter = TimeSpan.FromSeconds(5) })
            : Result.Of(Health.Ok);
}

public sealed record Health(string Status)
{
    public static Health Ok { get; } = new("ok");
}
