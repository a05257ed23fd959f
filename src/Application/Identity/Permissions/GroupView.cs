using System.Text.Json;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.Permissions;

/// <summary>A permission group; its codes as a list and, for older clients, as JSON text.</summary>
public sealed record GroupView(
    long Id, string Name, string Description, IReadOnlyList<string> Permissions, string PermissionsJson, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static GroupView Of(PermissionGroup group) =>
        Of(group.Id.Value, group.Name, group.Description, group.Grants, group.CreatedAt, group.UpdatedAt);

    public static GroupView Of(long id, string name, string description, string grants, DateTimeOffset createdAt, DateTimeOffset updatedAt)
    {
        var codes = grants.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var json = $"[{string.Join(',', codes.Select(code => $"\"{JsonEncodedText.Encode(code)}\""))}]";
        return new(id, name, description, codes, json, createdAt, updatedAt);
    }
}
