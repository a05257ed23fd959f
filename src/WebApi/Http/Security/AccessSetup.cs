using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Infrastructure.Security;
using VpsPanel.WebApi.Http.JobsDashboard;

namespace VpsPanel.WebApi.Http.Security;

internal static class AccessSetup
{
    private const string Either = "TokenOrKey";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<JwtAuthentication>();
        services.AddSingleton<IStartupFilter, UnmarkedRoutes>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context =>
                DashboardCookie.IsFor(context.Request) ? DashboardCookie.Scheme
                : ApiKeyAuthentication.KeyOf(context.Request) is null ? JwtBearerDefaults.AuthenticationScheme : ApiKeyAuthentication.Scheme)
            .AddJwtBearer()
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Scheme, null)
            .AddScheme<AuthenticationSchemeOptions, DashboardCookie>(DashboardCookie.Scheme, null);
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<AuthOptions>, TimeProvider>((options, auth, clock) =>
            {
                options.EventsType = typeof(JwtAuthentication);
                // `sub` and `role` keep the names that the token gives them.
                options.MapInboundClaims = false;
                options.TokenValidationParameters = JwtAuthentication.Parameters(auth.Value, clock);
            });

        services.AddAuthorizationBuilder().SetDefaultPolicy(EndpointAccessRequirement.Policy);
        services.AddSingleton<IPermissionCodes, PermissionCodes>();
        services.AddSingleton<IAuthorizationHandler, EndpointAccessHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessFailureWriter>();
    }
}
