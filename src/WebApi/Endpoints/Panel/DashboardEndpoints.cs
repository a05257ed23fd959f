using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Panel;

internal static class DashboardEndpoints
{
    private static readonly AdminModule[] Modules =
    [
        new("dashboard", "Dashboard", "What there is to do", "dashboard", "/dashboard", ["admin"]),
        new("nodes", "Nodes", "Nodes and their kernels", "deployment-unit", "/nodes", ["admin", "ops"]),
        new("subscriptions", "Subscription templates", "What clients download", "layout", "/subscription-templates", ["admin", "product"]),
        new("plans", "Plans", "What is sold", "shopping", "/plans", ["admin", "product"]),
        new("orders", "Orders", "Orders of plans", "profile", "/orders", ["admin"]),
        new("announcements", "Announcements", "News for customers", "notification", "/announcements", ["admin"]),
        new("security", "Security", "Signed calls of third parties", "safety", "/security-settings", ["admin"]),
    ];

    public static void MapPanelDashboard(this RouteGroupBuilder admin) =>
        admin.MapGet("/dashboard", List).AnyAdmin("dashboard.modules")
            .WithName("listPanelModules").WithSummary("List the parts of the panel");

    /// <summary>All of them for everybody: the permissions inform, the routes enforce.</summary>
    private static ApiResult<ModuleList> List(IConfiguration configuration)
    {
        var prefix = $"/api/v1/{PanelRoutes.AdminPrefix(configuration)}";
        return Result.Of(new ModuleList([.. Modules.Select(module => module with { Route = prefix + module.Route })]));
    }
}

public sealed record AdminModule(
    string Key, string Name, string Description, string Icon, string Route, IReadOnlyList<string> Permissions);

public sealed record ModuleList(IReadOnlyList<AdminModule> Modules);
