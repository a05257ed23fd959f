using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Proxies.Nodes;
using VpsPanel.Application.Proxies.Templates.Commands;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Sales.Subscriptions;

/// <summary>People with a subscription, nodes to use it on, and clients that fetch it.</summary>
internal static class Subscribers
{
    public const long Gib = 1L << 30;

    public static async Task<Subscriber> NewSubscriber(this PanelApp app, long trafficBytes = 100 * Gib, double days = 30, QuotaReset reset = QuotaReset.None)
    {
        var person = await app.NewUser();
        var token = $"token-{Guid.NewGuid():N}";
        var id = await app.Work(async services =>
        {
            var keys = services.GetRequiredService<SubscriptionSecrets>().Make(token);
            var subscription = Subscription.Open(
                person.Id,
                new SubscriptionTerms(null, "香港 \"VIP\"", "VIP", 5) { Reset = reset },
                keys,
                Grant.Gift(TimeSpan.FromDays(days), trafficBytes, "tests"),
                app.Clock.GetUtcNow());
            await services.GetRequiredService<ISubscriptions>().Add(subscription, default);
            return subscription.Id;
        });
        return new Subscriber(person, id, token);
    }

    public static Task<NodeId> NewNode(this PanelApp app, string name, string config = "{}", NodeStatus status = NodeStatus.Online) =>
        app.Work(async services =>
    {
        var node = Node.Create(new NodeTerms(name, "Hong Kong", "HK", "", status, [], [], 0, "")).Value;
        _ = node.Configure(new KernelState("vless", "node.example.com:443", "", config)).Value;
        await services.GetRequiredService<INodes>().Add(node, default);
        return node.Id;
    });

    public static Task<bool> Change(this PanelApp app, SubscriptionId id, Action<Subscription> change) => app.Work(async services =>
    {
        change((await services.GetRequiredService<ISubscriptions>().FindForUpdate(id, default))!);
        return true;
    });

    public static Task SeedTemplates(this PanelApp app) => app.Send(new SeedSubscriptionTemplates());

    public static async Task<Delivery> Fetch(
        this HttpClient http, string token, string agent = "clash.meta/v1.19.2", string? ifNoneMatch = null, string? client = null,
        string accept = "*/*", HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(
            method ?? HttpMethod.Get, $"/api/v1/subscriptions/{token}{(client is null ? "" : $"?client={client}")}");
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);

        using var response = await http.SendAsync(request);
        return new Delivery(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);
    }
}

internal sealed record Subscriber(Person Person, SubscriptionId Id, string Token);

internal sealed record Delivery(int Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders Content)
{
    public string ETag => Headers.ETag!.ToString();

    public string? Header(string name) =>
        Headers.TryGetValues(name, out var values) || Content.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
