using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Proxies.Templates;

/// <summary>The variables of a template, by the path under which it reads them, such as <c>subscription.name</c>.</summary>
public static partial class TemplateVariables
{
    private const int Most = 50;
    private const int MaxDescription = 500;
    private const int MaxJson = 20_000;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> Types = new()
    {
        [""] = "any", ["any"] = "any", ["string"] = "string", ["text"] = "string", ["number"] = "number", ["float"] = "number",
        ["integer"] = "integer", ["int"] = "integer", ["boolean"] = "boolean", ["bool"] = "boolean", ["object"] = "object",
        ["map"] = "object", ["array"] = "array", ["list"] = "array",
    };

    /// <summary>The JSON text to store; a refusal names the variable.</summary>
    public static Result<string> Write(IReadOnlyDictionary<string, TemplateVariable?> variables)
    {
        if (variables.Count > Most)
            return Refuse($"variables must be at most {Most}");

        foreach (var (path, variable) in variables)
        {
            if (Complaint(path, variable) is { } complaint)
                return Refuse($"variables: {complaint}");
        }

        var json = Json(variables);
        return json.Length <= MaxJson ? json : Refuse($"variables must be at most {MaxJson} characters of JSON");
    }

    /// <summary>Gives what has a default and is missing; refuses when something required is missing or of another type.</summary>
    public static Error? Apply(string variables, Dictionary<string, object?> data)
    {
        using var json = JsonDocument.Parse(variables);
        foreach (var variable in json.RootElement.EnumerateObject())
        {
            var path = variable.Name.Split('.');
            var value = Find(data, path);
            if (value is null && TemplateData.From(variable.Value.GetProperty("default_value")) is { } fallback)
                Put(data, path, value = fallback);

            if (value is null && variable.Value.GetProperty("required").GetBoolean())
                return Refused("template.variable_missing", variable.Name, "is required and has no value");

            var type = variable.Value.GetProperty("value_type").GetString()!;
            if (value is not null && !IsOf(type, value))
                return Refused("template.variable_type", variable.Name, $"must be of type {type}");

            // The declared type decides, so that printf and lt meet the same type whatever the value is.
            if (type == "number" && value is long or decimal)
                Put(data, path, Convert.ToDouble(value, CultureInfo.InvariantCulture));
        }

        return null;
    }

    private static string? Complaint(string path, TemplateVariable? variable)
    {
        if (!PathShape().IsMatch(path))
            return $"'{path[..Math.Min(path.Length, 100)]}' is no name";
        if (variable is null)
            return $"{path} is empty";
        if (!Types.TryGetValue(Fold(variable.ValueType), out var type))
            return $"{path} has an unknown value_type";
        if (variable.Description?.Length > MaxDescription)
            return $"{path} has a description of more than {MaxDescription} characters";

        return Default(variable) is (true, var value) && (value is null || IsOf(type, value))
            ? null
            : $"{path} has a default_value that is not of its type";
    }

    /// <summary>JSON can spell text that is no text, such as half a surrogate pair.</summary>
    private static (bool IsText, object? Value) Default(TemplateVariable variable)
    {
        try
        {
            using var json = JsonDocument.Parse(variable.DefaultValue?.Text ?? "null");
            return (true, TemplateData.From(json.RootElement));
        }
        catch (InvalidOperationException)
        {
            return (false, null);
        }
    }

    private static string Json(IReadOnlyDictionary<string, TemplateVariable?> variables)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            foreach (var (path, variable) in variables)
            {
                json.WriteStartObject(path);
                json.WriteString("value_type", Types[Fold(variable!.ValueType)]);
                json.WriteBoolean("required", variable.Required ?? false);
                json.WriteString("description", variable.Description?.Trim() ?? "");
                json.WritePropertyName("default_value");
                json.WriteRawValue(variable.DefaultValue?.Text ?? "null");
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static object? Find(IReadOnlyDictionary<string, object?> data, IEnumerable<string> path) => path.Aggregate(
        (object?)data, (value, name) => value is IReadOnlyDictionary<string, object?> map ? map.GetValueOrDefault(name) : null);

    /// <summary>Maps on the way are copied: they may be shared with other renderings.</summary>
    private static void Put(Dictionary<string, object?> data, ReadOnlySpan<string> path, object value)
    {
        if (path.Length == 1)
        {
            data[path[0]] = value;
            return;
        }

        var inner = data.GetValueOrDefault(path[0]) is IReadOnlyDictionary<string, object?> known
            ? new Dictionary<string, object?>(known)
            : [];
        data[path[0]] = inner;
        Put(inner, path[1..], value);
    }

    private static bool IsOf(string type, object value) => type switch
    {
        "string" => value is string,
        "integer" => value is long,
        "number" => value is long or double or decimal,
        "boolean" => value is bool,
        "object" => value is IReadOnlyDictionary<string, object?>,
        "array" => value is IReadOnlyList<object?>,
        _ => true,
    };

    private static string Fold(string? type) => type?.Trim().ToLowerInvariant() ?? "";

    private static Error Refuse(string message) => Error.Validation("variables", message);

    private static Error Refused(string code, string variable, string why) => new(ErrorKind.Validation, code, $"{variable} {why}")
    {
        Details = new Dictionary<string, string[]> { ["variables"] = [$"{variable} {why}"] },
    };

    [GeneratedRegex(
        "^[A-Za-z_][A-Za-z0-9_]{0,63}(\\.[A-Za-z_][A-Za-z0-9_]{0,63}){0,4}\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathShape();
}
