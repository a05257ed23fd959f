using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpsPanel.Application.Billing.Payments.Plugins;

/// <summary>An admin lets this very file run.</summary>
/// <param name="Path">The file's name in the folder.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Name">As the plugin described itself then; likewise the fields.</param>
public sealed record PluginApproval(string Key, string Path, string Sha256, string Name, IReadOnlyList<ProviderField> Fields)
{
    public PaymentProvider Provider => new(Key, Name, false, Fields);
}

/// <summary>How plugins describe themselves, and how that is kept.</summary>
internal static class PluginJson
{
    private const int MaxPlugins = 50;
    private const int MaxFields = 30;
    private const int MaxName = 64;
    private const int MaxDefault = 500;
    private const int LongestValue = 10_000;

    public static IReadOnlyList<PluginApproval>? ReadApprovals(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > MaxPlugins)
            return null;

        var approvals = json.EnumerateArray().Select(Approval).ToList();
        return approvals.Contains(null) || approvals.DistinctBy(approval => approval!.Key).Count() < approvals.Count
            ? null
            : [.. approvals.OfType<PluginApproval>()];
    }

    public static string Write(IEnumerable<PluginApproval> approvals) => new JsonArray([.. approvals.Select(approval => new JsonObject
    {
        ["key"] = approval.Key,
        ["path"] = approval.Path,
        ["sha256"] = approval.Sha256,
        ["name"] = approval.Name,
        ["fields"] = new JsonArray([.. approval.Fields.Select(Write)]),
    })]).ToJsonString();

    /// <summary>Name and fields of a description; null when it is not one.</summary>
    public static (string Name, IReadOnlyList<ProviderField> Fields)? ReadDescription(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "name", MaxName) is not { Length: > 0 } name)
            return null;

        if (!json.TryGetProperty("fields", out var listed) || listed.ValueKind == JsonValueKind.Null)
            return (name, []);

        if (listed.ValueKind != JsonValueKind.Array || listed.GetArrayLength() > MaxFields)
            return null;

        var fields = listed.EnumerateArray().Select(Field).ToList();
        return fields.Contains(null) || fields.DistinctBy(field => field!.Name).Count() < fields.Count
            ? null
            : (name, [.. fields.OfType<ProviderField>()]);
    }

    private static PluginApproval? Approval(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
            && Text(json, "path", 64) is { } path && PluginNames.KeyOf(path) is { } key && Text(json, "key", 32) == key
            && Text(json, "sha256", 64) is { Length: 64 } sha256 && sha256.All(char.IsAsciiHexDigitLower)
            && ReadDescription(json) is { } description
                ? new PluginApproval(key, path, sha256, description.Name, description.Fields)
                : null;

    private static ProviderField? Field(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "name", MaxName) is not { Length: > 0 } name || !name.All(IsNameLetter))
            return null;

        var title = Text(json, "title", MaxName);
        var byDefault = Text(json, "default", MaxDefault);
        var length = json.TryGetProperty("max_length", out var max) && max.ValueKind == JsonValueKind.Number
            && max.TryGetInt32(out var given)
            ? given
            : MaxDefault;
        return title is null || byDefault is null || length is < 1 or > LongestValue
            ? null
            : new ProviderField(name, title.Length > 0 ? title : name)
            {
                Default = byDefault,
                MaxLength = length,
                IsSecret = Is(json, "secret"),
                IsPublic = Is(json, "public"),
                IsRequired = Is(json, "required"),
                IsUrl = Is(json, "url"),
            };
    }

    private static JsonObject Write(ProviderField field) => new()
    {
        ["name"] = field.Name,
        ["title"] = field.Title,
        ["default"] = field.Default,
        ["max_length"] = field.MaxLength,
        ["secret"] = field.IsSecret,
        ["public"] = field.IsPublic,
        ["required"] = field.IsRequired,
        ["url"] = field.IsUrl,
    };

    /// <summary>Blank when it is missing; null when it is not such a text.</summary>
    private static string? Text(JsonElement json, string name, int max)
    {
        if (!json.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
            return "";

        return member.ValueKind == JsonValueKind.String && member.GetString()!.Trim() is var text && text.Length <= max
            && !text.Any(char.IsControl) ? text : null;
    }

    private static bool Is(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.True;

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
