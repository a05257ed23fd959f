using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.Node;
using VpsPanel.WebApi.Endpoints.Panel;
using VpsPanel.WebApi.Endpoints.Public;
using VpsPanel.WebApi.Endpoints.Robot;
using VpsPanel.WebApi.Endpoints.User;
using VpsPanel.WebApi.Http.JobsDashboard;
using VpsPanel.WebApi.Http.OpenApi;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi;

/// <summary>Every route of the service, by audience. Prefix, tag and folder say the same word.</summary>
internal static class SiteMap
{
    public static void MapSite(this WebApplication app)
    {
        app.MapPublicRoutes();
        app.MapUserRoutes();
        app.MapAdminRoutes();
        app.MapMachineRoutes();
        app.MapPanelRoutes();
        app.MapApiDocument();
        app.MapJobsDashboard();
    }

    private static void MapPublicRoutes(this WebApplication app)
    {
        var @public = app.MapGroup("/api/v1").WithTags("Public").Public();
        @public.MapPing();
        @public.MapAuth();
        @public.MapInstall();
        @public.MapPaymentNotify();
        @public.MapSiteSettings();
        @public.MapPublicCms();
        @public.MapDelivery();
        app.MapGroup("").WithTags("Public").Public().MapHealth();
        app.MapGroup("").WithTags("Public").Public().MapUploadedFiles();
    }

    private static void MapUserRoutes(this WebApplication app)
    {
        var user = app.MapGroup("/api/v1").WithTags("User").SignedIn();
        user.MapMe();
        user.MapNotifications();
        user.MapCatalog();
        user.MapCart();
        user.MapUserOrders();
        user.MapOrderEvents();
        user.MapUserPayments();
        user.MapMyVps();
        user.MapMyVpsConsole();
        user.MapMyVpsChanges();
        user.MapWallet();
        user.MapUserTickets();
        user.MapMyRealName();
    }

    private static void MapAdminRoutes(this WebApplication app)
    {
        app.MapGroup("/admin/api/v1").WithTags("Admin").Public().MapAdminAuth();
        var admin = app.MapGroup("/admin/api/v1").WithTags("Admin");
        admin.MapProfile();
        admin.MapUsers();
        admin.MapAdmins();
        admin.MapPermissions();
        admin.MapApiKeys();
        admin.MapSettings();
        admin.MapLogs();
        admin.MapScheduledTasks();
        admin.MapDashboardSession();
        admin.MapServer();
        admin.MapRegions();
        admin.MapPlanGroups();
        admin.MapPackages();
        admin.MapBillingCycles();
        admin.MapSystemImages();
        admin.MapEmailTemplates();
        admin.MapSmtp();
        admin.MapAdminOrders();
        admin.MapAdminPayments();
        admin.MapPlugins();
        admin.MapVps();
        admin.MapIntegrations();
        admin.MapRobotIntegration();
        admin.MapWallets();
        admin.MapTickets();
        admin.MapCms();
        admin.MapUploads();
        admin.MapRealNames();
        admin.MapDashboard();
        admin.MapExports();
    }

    private static void MapMachineRoutes(this WebApplication app)
    {
        var robot = app.MapGroup("/api/v1/integrations/robot").WithTags("Robot").ApiKeyScope("robot");
        robot.MapRobot();

        var machine = app.MapGroup("/api/v1/integrations/nodes").WithTags("Node").ApiKeyScope("node");
        machine.MapNodeReports();
    }

    private static void MapPanelRoutes(this WebApplication app)
    {
        var panelUser = app.MapPanelUser();
        panelUser.MapUserPlans();
        panelUser.MapMySubscriptionProfiles();
        panelUser.MapMyPlanOrders();
        panelUser.MapBalance();
        panelUser.MapCurrentAnnouncements();
        panelUser.MapMySubscriptions();

        var panelAdmin = app.MapPanelAdmin();
        panelAdmin.MapPlans();
        panelAdmin.MapPanelDashboard();
        panelAdmin.MapSubscriptionTemplates();
        panelAdmin.MapNodes();
        panelAdmin.MapSecuritySettings();
        panelAdmin.MapAnnouncements();
        panelAdmin.MapSubscriptions();
        panelAdmin.MapPlanOrders();
        panelAdmin.MapPaymentCallback();
    }
}
