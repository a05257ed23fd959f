using System.Text.Json.Nodes;
using VpsPanel.Application.Engagement.Robot;
using VpsPanel.Application.Identity.ApiKeys.Commands;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.Servers;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>A service behind real sockets that has something of everything, so that a call gets further than to an empty table.</summary>
public sealed class Store : IAsyncLifetime
{
    private readonly Hosting _hosting = new() { App = new PanelApp { HasSockets = true } };
    private readonly Dictionary<string, string> _known = [];
    private JsonNode? _document;

    public PanelApp App => _hosting.App;

    private Person Customer { get; set; } = null!;

    private HttpClient Robot { get; set; } = null!;

    public async Task InitializeAsync()
    {
        await _hosting.InitializeAsync();
        await App.Primary();
        Customer = await App.NewUser();
        await App.Fund(Customer, 10_000_000);
        var shop = await Shop.Open(App);
        await Customer.OrderId(shop);
        _ = (await Customer.Http.Post("/api/v1/wallet/recharge", new { amount = 10, note = "mine" })).Ok;
        await _hosting.Set((RobotSettings.WebhookEnabled, "true"));
        Robot = App.Client((await App.Send(new CreateApiKey("robot", ["robot", "node"], null))).ApiKey);
    }

    public Task DisposeAsync() => _hosting.DisposeAsync();

    /// <summary>Undoes what a route may have been told of another upstream.</summary>
    internal Task UseOwnUpstream() => _hosting.Set(
        (AutomationSettings.BaseUrl, _hosting.Upstream.BaseUrl), (AutomationSettings.ApiKey, _hosting.Upstream.ApiKey),
        (AutomationSettings.TimeoutSec, "2"));

    /// <summary>Somebody who may call the route, and its path to something that exists where there is something.</summary>
    internal async Task<(HttpClient Http, string Path)> Reach(LiveRoute route)
    {
        // The route that demands signatures of third parties is among those tried.
        if (route.Mark == "user-role")
            _ = (await (await App.Primary()).Http.Patch("/api/v1/admin/security-settings", new { third_party_api_enabled = false })).Ok;

        // Somebody new where it goes: what is tried may end sessions.
        var http = route switch
        {
            { Mark: "public" } => App.Anonymous,
            { IsForKeys: true } => Robot,
            { IsForUsers: true, Parameters.Count: > 0 } => Customer.Http,
            { IsForUsers: true } => (await App.NewUser()).Http,
            _ => (await App.NewAdmin("*")).Http,
        };
        return (http, route.Parameters.Count == 0 ? route.Path : route.With(await Existing(route, http)));
    }

    /// <summary>The names of the values that the document says the route takes in its query.</summary>
    internal async Task<IReadOnlyList<string>> QueryNames(LiveRoute route)
    {
        var operation = await Described(route);
        return [.. (operation?["parameters"]?.AsArray() ?? [])
            .Where(parameter => (string)parameter!["in"]! == "query").Select(parameter => (string)parameter!["name"]!)];
    }

    /// <summary>What the document sends as an example to the route; null where it takes no JSON.</summary>
    internal async Task<JsonNode?> ExampleBody(LiveRoute route) =>
        (await Described(route))?["requestBody"]?["content"]?["application/json"]?["example"];

    /// <summary>Each word that the document allows in a member of the route's body, put into the example.</summary>
    internal async Task<IReadOnlyList<(string Member, string Word, JsonNode Body)>> WordBodies(LiveRoute route)
    {
        var schema = Component((await Described(route))?["requestBody"]?["content"]?["application/json"]?["schema"]);
        var words = from member in schema?["properties"]?.AsObject() ?? []
                    let named = Component(member.Value?["oneOf"]?.AsArray().LastOrDefault() ?? member.Value)
                    from word in named?["enum"]?.AsArray() ?? []
                    select (member.Key, (string)word!);
        var example = await ExampleBody(route);
        return [.. words.Select(item =>
        {
            var body = example!.DeepClone();
            body[item.Key] = item.Item2;
            return (item.Key, item.Item2, body);
        })];
    }

    private JsonNode? Component(JsonNode? schema) =>
        (string?)schema?["$ref"] is { } reference ? _document!["components"]!["schemas"]![reference.Split('/')[^1]] : null;

    private async Task<JsonNode?> Described(LiveRoute route)
    {
        _document ??= (await App.Anonymous.Get("/openapi/v1.json")).Ok;
        var path = route.Path.Replace("/api/v1/admin/", "/api/v1/{adminPrefix}/", StringComparison.Ordinal);
        return _document["paths"]![path]?[route.Method.Method.ToLowerInvariant()];
    }

    private async Task<string> Existing(LiveRoute route, HttpClient http)
    {
        if (_known.TryGetValue(route.Collection, out var known))
            return known;

        var found = route.IsForUsers
            ? $"{await new Belongings(_hosting).Of(Customer, route.Collection)}"
            : await FirstListed(http, route.Collection);
        return _known[route.Collection] = found;
    }

    /// <summary>
    /// What the collection's own list names first; 1 where there is no list or nothing in it. Not the customer: what admins do to people
    /// ends their sessions.
    /// </summary>
    private async Task<string> FirstListed(HttpClient http, string collection)
    {
        using var response = await http.GetAsync(new Uri(collection, UriKind.Relative));
        var answer = response.IsSuccessStatusCode ? JsonNode.Parse(await response.Content.ReadAsStringAsync()) as JsonObject : null;
        return (answer?["items"] as JsonArray ?? [])
            .Select(item => item is JsonObject thing ? (thing["id"] ?? thing["key"] ?? thing["code"])?.ToString() : item?.ToString())
            .FirstOrDefault(id => id is not null && id != $"{Customer.Id.Value}") ?? "1";
    }
}
