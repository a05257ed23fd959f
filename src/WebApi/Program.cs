using System.Globalization;
using VpsPanel.Application;
using VpsPanel.Infrastructure;
using VpsPanel.WebApi;
using VpsPanel.WebApi.Commands;
using VpsPanel.WebApi.Endpoints.User;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.JobsDashboard;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Network;
using VpsPanel.WebApi.Http.OpenApi;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Profiles;
using VpsPanel.WebApi.Http.Security;

// What is written and read must not depend on the language of the machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

if (args is ["health"])
    return await HealthCommand.Run();

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = RequestGuards.MaxBodyBytes;
});
builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddAccess();
builder.Services.AddSingleton<StreamCounter>();
builder.Services.AddSingleton<SharedOrderEvents>();
builder.Services.AddScoped<OrderEventStreaming>();
builder.Services.AddCatalogBytes();
builder.Services.AddScoped<UploadReceiver>();
builder.Services.AddProfileCache();
builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

builder.Services.AddPaymentCallback(builder.Configuration);
builder.Services.AddFrontend();
builder.Services.AddCrossOrigin();
builder.Services.AddApiDocument();
builder.Services.AddTelemetry(builder.Configuration);

var app = builder.Build();
app.UseSecurityHeaders();
app.UseTrustedProxies();
app.UseErrorBodies();
app.UseCrossOrigin();
app.UseTextGuard();
app.UseDashboardHeaders();
app.UseLenientContentType();
app.UseFrontend();
app.UseApiPages();
app.UseInstallGuard();
app.UseAdminAccess("/admin/api/v1", DashboardRoutes.Path, PanelRoutes.AdminRoot(app.Configuration));
app.UseAuthentication();
app.UseDashboardOrigin();
app.UseAuthorization();
app.UseThirdPartySigning();
app.UseListFilters();
app.MapSite();
if (await OperatorCommands.Run(app, args) is { } exitCode)
    return exitCode;

await app.RunAsync();
return 0;
