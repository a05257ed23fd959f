using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using VpsPanel.Application.Sales.PlanOrders.Commands;
using VpsPanel.Application.Sales.Plans;
using VpsPanel.Application.Sales.Plans.Commands;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.WebApi.Panel;

internal static class PanelSteps
{
    public const string WebhookToken = "a token that the collector knows";

    private static readonly ConditionalWeakTable<PanelApp, PanelHost> Nodes = [];

    /// <summary>A plan on sale: 30 days, 100 GB, 3 devices.</summary>
    public static async Task<long> NewPlan(
        this PanelApp app, long cents = 3000, string currency = "CNY", bool isSold = true, int days = 30)
    {
        if (currency != "CNY")
            await app.TakeDollarsAndYen();

        return (await app.Send(new CreatePlan(new PlanFields(
            $"Plan {Guid.NewGuid():N}",
            PriceCents: cents,
            Currency: currency,
            DurationDays: days,
            TrafficLimitBytes: 100_000_000_000,
            DevicesLimit: 3,
            Status: "active",
            Visible: isSold)))).Id;
    }

    public static Task<Reply> Buy(this Person user, long plan, int quantity = 1, string? key = null) =>
        user.Http.Post("/api/v1/user/orders", new { plan_id = plan, quantity, idempotency_key = key });

    /// <summary>Without a token, which would not outlive a clock that is put forward.</summary>
    public static Task BuyAs(this PanelApp app, Person user, long plan) =>
        app.Send(new PlacePlanOrder(new PlanId(plan), 1, "balance", "", "", null), user.AsUser);

    public static Task<Reply> BuyOutside(this Person user, long plan, int quantity = 1, string channel = "bank") =>
        user.Http.Post("/api/v1/user/orders", new { plan_id = plan, quantity, payment_method = "external", payment_channel = channel });

    /// <summary>The one node of the app that believes whoever sends the token; every node costs connections.</summary>
    public static PanelHost BelievingNode(this PanelApp app) => Nodes.GetValue(
        app, _ => app.AddNode(new Dictionary<string, string> { ["Panel:Webhook:SharedToken"] = WebhookToken }));

    public static HttpClient Collector(this PanelApp app)
    {
        var http = app.Client(null, app.BelievingNode());
        http.DefaultRequestHeaders.Add("X-ZNP-Webhook-Token", WebhookToken);
        return http;
    }

    public static Task<Reply> Report(this HttpClient collector, JsonNode order, string status, object? more = null)
    {
        var body = new JsonObject
        {
            ["order_id"] = (long)order["id"]!,
            ["payment_id"] = (long)order["payments"]![0]!["id"]!,
            ["status"] = status,
        };
        foreach (var (key, value) in JsonNode.Parse(TestJson.Write(more ?? new { }))!.AsObject())
            body[key] = value?.DeepClone();

        return collector.Post("/api/v1/admin/orders/payments/callback", body.ToJsonString());
    }

    public static Task<long> Subscriptions(this PanelApp app, Person user) =>
        app.Scalar<long>("select count(*) from subscriptions where user_id = $1", user.Id.Value);

    /// <summary>Whole days from now to the end of the user's only subscription.</summary>
    public static async Task<double> DaysLeft(this PanelApp app, Person user)
    {
        var end = await app.Scalar<double>(
            "select extract(epoch from expires_at)::float8 from subscriptions where user_id = $1", user.Id.Value);
        return Math.Round((end - app.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0) / 86400, 3);
    }

    public static async Task<long> Balance(this Person user) =>
        (long)(await user.Http.Get("/api/v1/user/account/balance")).Ok["balance_cents"]!;
}
