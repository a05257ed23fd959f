using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;

namespace VpsPanel.Application.Hosts;

/// <summary>Seals what opens a host, and opens it again for those who may see it.</summary>
internal sealed class AccessVault(ISecretBox box)
{
    public string Seal(AccessInfo access) => box.Seal(JsonSerializer.Serialize(access, AccessJson.Default.AccessInfo));

    /// <summary>Blank fields when nothing is stored, or when it was sealed with another key.</summary>
    public AccessInfo Open(string? @sealed) =>
        @sealed is not null && box.Open(@sealed) is { } text
            ? JsonSerializer.Deserialize(text, AccessJson.Default.AccessInfo) ?? AccessInfo.None
            : AccessInfo.None;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AccessInfo))]
internal sealed partial class AccessJson : JsonSerializerContext;
