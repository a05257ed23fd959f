using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>JSON that this service writes for itself: outbox, kept answers, audit details.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        IgnoreReadOnlyProperties = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    // Anonymous types, of which details are made, have nothing but read-only properties.
    private static readonly JsonSerializerOptions Whole = new(Options)
    {
        IgnoreReadOnlyProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>For people, without what says nothing; not to be read back.</summary>
    public static string Describe(object value) => JsonSerializer.Serialize(value, value.GetType(), Whole);

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <param name="type">A base type names the derived type in the text, so that it can be read back.</param>
    public static string Write(object value, Type type) => JsonSerializer.Serialize(value, type, Options);

    public static object? Read(string text, Type type) => JsonSerializer.Deserialize(text, type, Options);

    public static byte[] Utf8(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options);
}
