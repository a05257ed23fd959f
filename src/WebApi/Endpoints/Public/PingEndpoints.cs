using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Public;

internal static class PingEndpoints
{
    public static void MapPing(this RouteGroupBuilder routes) => routes.MapGet("/ping", Ping)
        .WithName("pingService").WithSummary("Check that the API answers");

    private static Pong Ping(TimeProvider clock) => new("ok", "VpsPanel", Product.Version, clock.GetUtcNow().ToUnixTimeSeconds());
}

/// <summary>A sign of life that asks nothing of the database.</summary>
public sealed record Pong(string Status, string Service, string Version, long Timestamp);
