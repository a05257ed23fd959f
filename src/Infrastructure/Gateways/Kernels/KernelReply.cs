using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Infrastructure.Gateways.Kernels;

/// <summary>Reads what a kernel says of a node; null for what cannot be the answer to the question.</summary>
internal static class KernelReply
{
    private const string DefaultProtocol = "http";

    public static KernelState? Read(ReadOnlySpan<byte> body, NodeId node, string etag)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject reply || !IsAbout(reply, node))
                return null;

            var payload = Member<JsonObject>(reply, "payload");
            var metadata = Member<JsonObject>(reply, "metadata");
            var protocol = Text(reply, "protocol");
            var revision = new[] { Text(reply, "revision"), etag, Fingerprint(payload), Fingerprint(metadata) }
                .FirstOrDefault(candidate => candidate.Length > 0, "");
            return new KernelState(
                protocol.Length > 0 ? protocol : DefaultProtocol, Text(reply, "endpoint"), revision, payload?.ToJsonString() ?? "{}");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A kernel may leave the id out, but it must not talk of another node.</summary>
    private static bool IsAbout(JsonObject reply, NodeId node) =>
        reply["node_id"] is not { } said || said.ToString() == node.Value.ToString();

    /// <exception cref="InvalidOperationException">The member is of another kind.</exception>
    private static TNode? Member<TNode>(JsonObject reply, string name)
        where TNode : JsonNode => reply[name] is not { } member
            ? null
            : member as TNode ?? throw new InvalidOperationException($"{name} has the wrong type.");

    private static string Text(JsonObject reply, string name) => Member<JsonValue>(reply, name)?.GetValue<string>().Trim() ?? "";

    /// <summary>SHA-256 of the compact text with sorted keys; blank when there is nothing in it.</summary>
    private static string Fingerprint(JsonObject? content) => content is null or { Count: 0 }
        ? ""
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sorted(content)!.ToJsonString())));

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
