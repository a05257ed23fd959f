using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Servers;

/// <summary>Seals what opens a VPS, and opens it again for those who may see it.</summary>
internal sealed class VpsCredentialProtector(ISecretProtector protector)
{
    public string Protect(AccessInfo access) => protector.Protect(JsonSerializer.Serialize(access, AccessJson.Default.AccessInfo));

    /// <summary>Blank fields when nothing is stored, or when it was sealed with another key.</summary>
    public AccessInfo Unprotect(string? @sealed) =>
        @sealed is not null && protector.Unprotect(@sealed) is { } text
            ? JsonSerializer.Deserialize(text, AccessJson.Default.AccessInfo) ?? AccessInfo.None
            : AccessInfo.None;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AccessInfo))]
internal sealed partial class AccessJson : JsonSerializerContext;
