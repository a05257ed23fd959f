using System.Text.Json.Serialization;

namespace VpsPanel.Application.Identity.Permissions;

/// <summary>A permission code with its words. A module holds the codes of its actions.</summary>
public sealed record PermissionView(
    string Code,
    string Name,
    string FriendlyName,
    string Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ParentCode,
    int SortOrder)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PermissionView>? Children { get; init; }
}
