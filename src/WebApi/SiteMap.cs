using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.Public;
using VpsPanel.WebApi.Endpoints.User;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi;

/// <summary>Every route of the service, by audience. Prefix, tag and folder say the same word.</summary>
internal static class SiteMap
{
    public static void MapSite(this WebApplication app)
    {
        var @public = app.MapGroup("/api/v1").WithTags("Public").Public();
        @public.MapPing();
        @public.MapPublicCms();

        var user = app.MapGroup("/api/v1").WithTags("User").SignedIn();
        user.MapUserTickets();

        var admin = app.MapGroup("/admin/api/v1").WithTags("Admin");
        admin.MapTickets();
        admin.MapCms();
        admin.MapUploads();

        app.MapGroup("").WithTags("Public").Public().MapUploadedFiles();

        app.RefuseUnmarked();
    }
}
