using System.Text.Json.Serialization;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.Permissions;

/// <summary>The permissions as they follow from the codes of the routes, with the words that admins gave them.</summary>
internal static class PermissionList
{
    /// <summary>Modules and actions, each module before its actions.</summary>
    public static IReadOnlyList<PermissionView> Of(IEnumerable<string> codes)
    {
        List<PermissionView> list = [];
        var modules = codes.GroupBy(code => code.Split('.')[0]).OrderBy(module => module.Key, StringComparer.Ordinal);
        foreach (var (at, module) in modules.Index())
        {
            var title = PermissionWords.OfModule(module.Key);
            list.Add(new PermissionView(module.Key, title, title, module.Key, null, (at + 1) * 100));
            list.AddRange(module.Order(StringComparer.Ordinal).Select((code, index) => Action(code, module.Key, ((at + 1) * 100) + index + 1)));
        }

        return list;
    }

    /// <summary>The same with stored words where there are any, and stored codes that no route asks for any more left out.</summary>
    public static IReadOnlyList<PermissionView> Of(IEnumerable<string> codes, IReadOnlyList<Permission> stored)
    {
        var words = stored.ToDictionary(permission => permission.Code);
        return [.. Of(codes).Select(view => words.TryGetValue(view.Code, out var known) ? Of(known) : view)];
    }

    public static IReadOnlyList<PermissionView> Tree(IReadOnlyList<PermissionView> flat) =>
        [.. flat.Where(view => view.ParentCode is null)
            .Select(module => module with { Children = [.. flat.Where(view => view.ParentCode == module.Code)] })];

    public static PermissionView Of(Permission permission) =>
        new(
            permission.Code, permission.Name, permission.FriendlyName, permission.Category,
            permission.ParentCode.Length > 0 ? permission.ParentCode : null, permission.SortOrder);

    private static PermissionView Action(string code, string module, int order) =>
        new(code, PermissionWords.Of(code), PermissionWords.Of(code), module, module, order);
}
