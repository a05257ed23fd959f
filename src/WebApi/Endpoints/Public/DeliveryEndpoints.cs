using System.Diagnostics;
using VpsPanel.Application.Proxies.Profiles;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Profiles;

namespace VpsPanel.WebApi.Endpoints.Public;

/// <summary>The address that subscribers give to their clients. The token in it is all that it takes.</summary>
internal static class DeliveryEndpoints
{
    private const string Path = "/subscriptions/{token}";

    public static void MapDelivery(this RouteGroupBuilder @public)
    {
        @public.MapGet(Path, Deliver)
            .WithName("getSubscriptionProfile").WithSummary("Fetch the profile of a subscription")
            .WithDescription("For the client that asks, as its `User-Agent` tells, or for the kind named by `client`.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain", "text/yaml", "application/json");
        @public.MapMethods(Path, [HttpMethods.Head], Deliver)
            .WithName("checkSubscriptionProfile").WithSummary("Fetch the headers of a subscription's profile")
            .Produces(StatusCodes.Status200OK);
    }

    private static async Task Deliver(string token, string? client, HttpContext http, ProfileCache cache, CancellationToken ct)
    {
        // Traces must not hold what opens a subscription.
        Activity.Current?.SetTag("url.path", "/api/v1/subscriptions/***");

        var profile = await cache.Find(token, CallerOf(client, http.Request), ct);
        await (profile.IsSuccess ? profile.Value.Write(http) : ErrorBody.Write(http, profile.Error));
    }

    private static Caller CallerOf(string? client, HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return new Caller(
            string.IsNullOrWhiteSpace(client) ? null : Cut(client, 32),
            Cut(agent, ClientRules.MaxAgent),
            request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
