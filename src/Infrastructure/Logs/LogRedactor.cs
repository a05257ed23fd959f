using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VpsPanel.Infrastructure.Logs;

/// <summary>Takes the secrets out of a text before it is logged, also out of JSON inside JSON and out of addresses.</summary>
internal static partial class LogRedactor
{
    private const string Mask = "***";
    private const string SecretName = "(api[-_]?key|[a-z_-]*passw(or)?d|[a-z_-]*pwd|[a-z_-]*secret|[a-z_-]*token|authorization|cookie)";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same JSON without secrets; what is no JSON becomes a JSON string.</summary>
    public static string Json(string text)
    {
        // PostgreSQL stores no NUL.
        text = text.Replace("\0", "", StringComparison.Ordinal);
        var node = Parse(text) ?? JsonValue.Create(Text(text));
        return Clean(node).ToJsonString(Plain);
    }

    public static string Text(string text) =>
        Assignment().Replace(text.Replace("\0", "", StringComparison.Ordinal), found => found.Groups["name"].Value + Mask);

    public static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    private static JsonNode Clean(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                    members[name] = Name().IsMatch(name) ? Mask : value is null ? null : Clean(value.DeepClone());

                return members;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => item is null ? null : Clean(item.DeepClone()))]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return Parse(text) is JsonObject or JsonArray
                    ? JsonValue.Create(Clean(Parse(text)!).ToJsonString(Plain))
                    : JsonValue.Create(Text(text));
            default:
                return node;
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A" + SecretName + @"\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"(?<name>\b" + SecretName + @"""?\s*[=:]\s*(bearer\s+)?""?)[^&\s"",;]+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();
}
