using System.Text.Json.Nodes;

namespace VpsPanel.AutomationSimulator.Protocol;

/// <summary>What a call answers before any fault touches it: a JSON envelope or a redirect.</summary>
internal sealed record Reply(JsonObject? Envelope, string? Location = null)
{
    internal bool IsRefusal => Envelope is not null && !Envelope.ContainsKey("data") && !Envelope.ContainsKey("content");

    internal string Outcome => !IsRefusal ? "ok" : $"refused: {Envelope?["msg"]}";

    internal static Reply Ok() => Ok("");

    internal static Reply Ok(JsonNode data) => new(new JsonObject { ["code"] = 1, ["msg"] = "success", ["data"] = data });

    internal static Reply Refused(string message, int code = 0) => new(new JsonObject { ["code"] = code, ["msg"] = message });

    /// <summary>The port search answers in its own way: code 0 is success and the list stands beside it.</summary>
    internal static Reply Ports(IEnumerable<int> ports) =>
        new(new JsonObject { ["code"] = 0, ["msg"] = "", ["content"] = Json.List(ports, port => port) });

    internal static Reply Redirect(string location) => new(null, location);
}

internal static class Json
{
    internal static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> write) => new([.. items.Select(write)]);

    internal static JsonNode? NumbersAsText(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, NumbersAsText(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(NumbersAsText)]),
        JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.Number => value.ToJsonString(),
        _ => node?.DeepClone(),
    };
}
