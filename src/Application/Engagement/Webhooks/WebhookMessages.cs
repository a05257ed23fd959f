using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Webhooks;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Engagement.Webhooks;

/// <summary>The body that receivers know: members in the order of their names, the data once as JSON and once as text.</summary>
internal static class WebhookMessages
{
    public const string TestEvent = "webhook.test";

    /// <summary>What a hook may ask for by name.</summary>
    public static IReadOnlyList<string> Events { get; } = [.. OrderStream.Types, TestEvent];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static WebhookMessage Of(OrderId order, OrderEvent happened, DateTimeOffset at)
    {
        var (type, data) = OrderStream.Describe(happened);
        var node = JsonSerializer.SerializeToNode(data, WebhookJson.Default.OrderEventData);
        return Write($"order_{order.Value}_{happened.Seq}", order, happened.Seq, type, node, at);
    }

    public static WebhookMessage Test(string eventType, JsonNode? data, DateTimeOffset at) => Write(
        $"test_{Guid.NewGuid():N}",
        default,
        0,
        eventType,
        new JsonObject { ["event"] = eventType, ["timestamp"] = at.ToUnixTimeSeconds(), ["data"] = data },
        at);

    private static WebhookMessage Write(string id, OrderId order, long seq, string type, JsonNode? data, DateTimeOffset at)
    {
        var sorted = Sorted(data);
        var body = new JsonObject
        {
            ["created_at"] = at.ToUnixTimeSeconds(),
            ["data"] = sorted,
            ["data_string"] = sorted?.ToJsonString(Plain) ?? "null",
            ["event"] = type,
            ["order_id"] = order.Value,
            ["seq"] = seq,
        };
        return new WebhookMessage(id, order, seq, type, body.ToJsonString(Plain));
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OrderEventData))]
internal sealed partial class WebhookJson : JsonSerializerContext;
