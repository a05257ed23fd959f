using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VpsPanel.Testing;

/// <summary>
/// Writes the anonymous types that tests send. The serializer's default knows none of them: tests run under the runtime configuration of
/// the service, which has no reflection for JSON, so what wants it asks for it here.
/// </summary>
public static class TestJson
{
    private static readonly JsonSerializerOptions ByReflection = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static string Write(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonSerializer.Serialize(value, value.GetType(), ByReflection);
    }
}
