using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Permissions;

/// <summary>How a permission code is shown to those who hand it out. The code comes from the routes; the words can be changed.</summary>
[StreamName("permission")]
public sealed class Permission : AggregateRoot<PermissionId>
{
    private Permission()
    {
    }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string FriendlyName { get; private set; } = "";

    public string Category { get; private set; } = "";

    /// <summary>The module's code; empty for a module.</summary>
    public string ParentCode { get; private set; } = "";

    public int SortOrder { get; private set; }

    public static Permission Create(
        string code, string name, string friendlyName, string category, string parentCode, int sortOrder) => new()
    {
        Code = code,
        Name = name,
        FriendlyName = friendlyName,
        Category = category,
        ParentCode = parentCode,
        SortOrder = sortOrder,
    };

    /// <summary>Null keeps a field as it is.</summary>
    public void Describe(string? name, string? friendlyName, string? category, string? parentCode, int? sortOrder)
    {
        Name = name?.Trim() ?? Name;
        FriendlyName = friendlyName?.Trim() ?? FriendlyName;
        Category = category?.Trim() ?? Category;
        ParentCode = parentCode?.Trim() ?? ParentCode;
        SortOrder = sortOrder ?? SortOrder;
    }
}
