using System.Text.Json;
using System.Text.Json.Nodes;
using VpsPanel.Application.Proxies.Outbounds.Dialects;

namespace VpsPanel.Application.Proxies.Nodes;

/// <summary>Takes out of a configuration what only the server may know: its private keys.</summary>
internal static class KernelSecrets
{
    public static string Without(string config)
    {
        try
        {
            return JsonNode.Parse(config) is JsonObject json && Remove(json) ? json.ToJsonString() : config;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            // No JSON, or a key that stands there twice. Such a text is refused or left out elsewhere.
            return "{}";
        }
    }

    private static bool Remove(JsonNode? node) => node switch
    {
        JsonObject json => Remove(json),
        JsonArray list => list.Aggregate(false, (any, item) => Remove(item) | any),
        _ => false,
    };

    private static bool Remove(JsonObject json)
    {
        string[] secrets = [.. json.Where(member => IsSecret(member.Key, member.Value)).Select(member => member.Key)];
        foreach (var name in secrets)
            json.Remove(name);

        return json.Aggregate(secrets.Length > 0, (any, member) => Remove(member.Value) | any);
    }

    private static bool IsSecret(string name, JsonNode? value) => DialectKeys.Fold(name) switch
    {
        "private_key" or "mldsa65_seed" => true,
        "decryption" => value is not JsonValue text || text.ToString() != "none",
        _ => false,
    };
}
