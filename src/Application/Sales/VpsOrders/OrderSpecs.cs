using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Application.Sales.Catalog;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>The JSON that an item keeps of what was asked for.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(CartSpec))]
internal sealed partial class OrderSpecs : JsonSerializerContext
{
    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static CartSpec? Read(string spec) => JsonSerializer.Deserialize(spec, Default.CartSpec);

    public static string Write(CartSpec spec) => JsonSerializer.Serialize(spec, Default.CartSpec);
}
