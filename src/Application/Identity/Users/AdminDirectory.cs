using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Users;

/// <summary>Which active admins may do what, by their groups; the primary admin may do everything.</summary>
internal sealed class AdminDirectory(IReadDb db)
{
    private static readonly Sql<Args, Admin> Admins = new(
        """
        select u.id, coalesce(g.grants, '') as grants, u.status
        from users u
        left join permission_groups g on g.id = u.permission_group_id
        where u.is_admin = @Yes
        order by u.id
        """);

    /// <summary>Those who may do any of these.</summary>
    public async Task<IReadOnlyList<UserId>> WhoMay(IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        var all = await db.List(Admins, new Args(true), ct);
        return [.. all
            .Where(admin => admin.Status == "active" && (admin.Id == all[0].Id || codes.Any(code => Covers(admin, code))))
            .Select(admin => new UserId(admin.Id))];
    }

    public Task<IReadOnlyList<UserId>> WhoMay(string code, CancellationToken ct) => WhoMay([code], ct);

    private static bool Covers(Admin admin, string code) =>
        PermissionCode.Covers(admin.Grants.Split('\n', StringSplitOptions.RemoveEmptyEntries), code);

    internal sealed record Args(bool Yes);

    internal sealed record Admin(long Id, string Grants, string Status);
}
