using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.Permissions;

/// <summary>The groups that every installation starts with.</summary>
internal sealed class DefaultPermissionGroups(IPermissionGroups groups) : IDataSeeder
{
    public const string SuperAdmin = "超级管理员";

    private static readonly (string Name, string Description, string[] Grants)[] All =
    [
        (SuperAdmin, "拥有全部权限", ["*"]),
        ("运维管理员", "订单、主机、节点与计划任务的日常运维",
        [
            "dashboard.overview", "dashboard.revenue", "dashboard.vps_status", "user.list", "user.view", "order.list", "order.view",
            "order.approve", "order.reject", "vps.*", "audit_log.view", "scheduled_tasks.*", "jobs.view",
            "node.*", "subscription_template.*", "subscription.list", "subscription.disable", "subscription.enable",
            "plan.list", "plan_order.list", "plan_order.view",
        ]),
        ("客服管理员", "查看用户、订单与主机",
            ["dashboard.overview", "dashboard.revenue", "user.list", "user.view", "order.list", "order.view", "vps.list", "vps.view"]),
        ("财务管理员", "审核订单与查看收入",
        [
            "dashboard.overview", "dashboard.revenue", "order.list", "order.view", "order.approve", "order.reject", "audit_log.view",
            "plan.list", "plan_order.*",
        ]),
    ];

    public string Key => "permission-groups";

    public IEnumerable<string> Names => All.Select(group => group.Name);

    public async Task Ensure(CancellationToken ct)
    {
        foreach (var (name, description, grants) in All)
        {
            if (await groups.FindByName(name, ct) is null)
                await groups.Add(PermissionGroup.Create(name, description, grants), ct);
        }
    }

    /// <summary>The group of the first administrator.</summary>
    public async Task<PermissionGroupId?> ForFirstAdmin(CancellationToken ct) => (await groups.FindByName(SuperAdmin, ct))?.Id;
}
