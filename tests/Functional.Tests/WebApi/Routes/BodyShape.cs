using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>One place of a body, and how to put something else there.</summary>
/// <param name="Path">As errors name it, such as <c>items[0].qty</c>.</param>
internal sealed record BodyField(string Path, Type Type, string Before, string After)
{
    /// <summary>The body with this JSON text in the field.</summary>
    public string With(string json) => Before + json + After;
}

/// <summary>A body as its type describes it: one that is plausible, and each of its fields.</summary>
internal sealed class BodyShape(JsonTypeInfo type)
{
    private const string Mark = "\"<here>\"";
    private const int MaxDepth = 4;

    /// <summary>Of people and things; of hosts; of names.</summary>
    private static readonly string[] StatusWords = ["active", "normal", "verified"];

    public string Plausible => Sample(type, 0)?.ToJsonString() ?? "{}";

    /// <summary>The plausible body with each of the words that a status may be.</summary>
    public IEnumerable<string> Variants => StatusWords
        .Select(word => Plausible.Replace($"\"status\":\"{StatusWords[0]}\"", $"\"status\":\"{word}\"", StringComparison.Ordinal)).Distinct();

    public IReadOnlyList<BodyField> Fields => [.. Under(type, "", 0).Select(found => Cut(found.Path, found.Type))];

    private IEnumerable<(string Path, Type Type)> Under(JsonTypeInfo info, string path, int depth)
    {
        if (depth > MaxDepth)
            yield break;

        foreach (var property in info.Kind == JsonTypeInfoKind.Object ? info.Properties.Where(
            property => property.Set is not null || property.AssociatedParameter is not null) : [])
        {
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            yield return (name, property.PropertyType);
            foreach (var inner in Under(Info(property.PropertyType), name, depth + 1))
                yield return inner;
        }

        if (info.Kind != JsonTypeInfoKind.Enumerable)
            yield break;

        yield return ($"{path}[0]", info.ElementType!);
        foreach (var inner in Under(Info(info.ElementType!), $"{path}[0]", depth + 1))
            yield return inner;
    }

    private BodyField Cut(string path, Type fieldType)
    {
        var body = Sample(type, 0)!;
        Set(body, path, JsonNode.Parse(Mark)!);
        var parts = body.ToJsonString(
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Split(Mark);
        return new BodyField(path, Nullable.GetUnderlyingType(fieldType) ?? fieldType, parts[0], parts[1]);
    }

    private static void Set(JsonNode body, string path, JsonNode value)
    {
        var steps = path.Replace("[0]", ".0", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        var at = body;
        foreach (var step in steps[..^1])
            at = at is JsonArray list ? list[int.Parse(step)]! : at[step]!;

        if (at is JsonArray items)
            items[int.Parse(steps[^1])] = value;
        else
            at[steps[^1]] = value;
    }

    private JsonNode? Sample(JsonTypeInfo info, int depth)
    {
        if (depth > MaxDepth)
            return null;

        return info.Kind switch
        {
            JsonTypeInfoKind.Object => new JsonObject(info.Properties.Select(property =>
                KeyValuePair.Create(property.Name, property.Name == "host_id" ? null : Named(property) ?? Sample(Info(property.PropertyType), depth + 1)))),
            JsonTypeInfoKind.Enumerable => new JsonArray(Sample(Info(info.ElementType!), depth + 1)),
            JsonTypeInfoKind.Dictionary => new JsonObject(),
            _ => Value(Nullable.GetUnderlyingType(info.Type) ?? info.Type),
        };
    }

    /// <summary>Where the type alone leaves no chance to pass validation.</summary>
    private static JsonNode? Named(JsonPropertyInfo property) => property.Name switch
    {
        "email" => "someone@example.com",
        "method" when property.DeclaringType.Name.StartsWith("Firewall", StringComparison.Ordinal) => "accept",
        "method" => "balance",
        "direction" => "in",
        "protocol" => "tcp",
        "port" or "sport" when property.PropertyType == typeof(string) => "80",
        "ip" => "10.0.0.1",
        "password" => "Plausible-1-word",
        "daily_at" => "03:00",
        "currency" => "CNY",
        "status" => StatusWords[0],
        var name when name.EndsWith("url", StringComparison.Ordinal) && property.PropertyType == typeof(string) => "https://example.com/",
        _ => null,
    };

    private static JsonNode? Value(Type type)
    {
        if (type == typeof(string))
            return "plausible";
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTimeOffset))
            return "2030-01-31T08:00:00Z";
        if (type == typeof(RawJson) || type == typeof(JsonElement))
            return new JsonObject();

        return 1;
    }

    private JsonTypeInfo Info(Type of) => type.Options.GetTypeInfo(of);
}
