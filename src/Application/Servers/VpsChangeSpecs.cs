using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpsPanel.Application.Servers;

/// <summary>The JSON that an item keeps of a change to a VPS, as clients see it again.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(RenewSpec))]
[JsonSerializable(typeof(RefundSpec))]
[JsonSerializable(typeof(ResizeSpec))]
internal sealed partial class VpsChangeSpecs : JsonSerializerContext
{
    public static RenewSpec? ReadRenewal(string spec) => JsonSerializer.Deserialize(spec, Default.RenewSpec);

    public static ResizeSpec? ReadResize(string spec) => JsonSerializer.Deserialize(spec, Default.ResizeSpec);

    public static string Write(RenewSpec spec) => JsonSerializer.Serialize(spec, Default.RenewSpec);

    public static string Write(RefundSpec spec) => JsonSerializer.Serialize(spec, Default.RefundSpec);

    public static string Write(ResizeSpec spec) => JsonSerializer.Serialize(spec, Default.ResizeSpec);
}
