using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;

namespace VpsPanel.Application.Accounts;

/// <summary>The groups that every installation starts with.</summary>
internal sealed class SeedGroups(IPermissionGroups groups)
{
    public const string SuperAdmin = "超级管理员";

    private static readonly (string Name, string Description, string[] Grants)[] All =
    [
        (SuperAdmin, "Everything", ["*"]),
        ("运维管理员", "Operations",
        [
            "dashboard.overview", "dashboard.revenue", "dashboard.vps_status", "user.list", "user.view", "order.list", "order.view",
            "order.approve", "order.reject", "vps.*", "audit_log.view", "scheduled_tasks.*",
        ]),
        ("客服管理员", "Support",
            ["dashboard.overview", "dashboard.revenue", "user.list", "user.view", "order.list", "order.view", "vps.list", "vps.view"]),
        ("财务管理员", "Finance",
            ["dashboard.overview", "dashboard.revenue", "order.list", "order.view", "order.approve", "order.reject", "audit_log.view"]),
    ];

    /// <summary>Makes those that are missing; the id of the first.</summary>
    public async Task<PermissionGroupId> Ensure(CancellationToken ct)
    {
        PermissionGroupId? first = null;
        foreach (var (name, description, grants) in All)
        {
            var group = await groups.FindByName(name, ct);
            if (group is null)
            {
                group = PermissionGroup.Create(name, description, grants);
                await groups.Add(group, ct);
            }

            first ??= group.Id;
        }

        return first!.Value;
    }
}
