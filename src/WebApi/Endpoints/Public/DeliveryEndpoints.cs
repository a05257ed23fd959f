using System.Diagnostics;
using VpsPanel.Application.Delivery;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Delivery;

namespace VpsPanel.WebApi.Endpoints.Public;

/// <summary>The address that subscribers give to their clients. The token in it is all that it takes.</summary>
internal static class DeliveryEndpoints
{
    public static void MapDelivery(this RouteGroupBuilder @public) =>
        @public.MapMethods("/subscriptions/{token}", [HttpMethods.Get, HttpMethods.Head], Deliver)
            .WithSummary("The profile of a subscription for the client that asks, or for the kind named by client")
            .Produces<string>(StatusCodes.Status200OK, "text/plain", "text/yaml", "application/json");

    private static async Task Deliver(string token, string? client, HttpContext http, ProfileDesk desk, CancellationToken ct)
    {
        // Traces must not hold what opens a subscription.
        Activity.Current?.SetTag("url.path", "/api/v1/subscriptions/***");

        var profile = await desk.Find(token, CallerOf(client, http.Request), ct);
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
