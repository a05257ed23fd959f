using VpsPanel.Application.Identity.Installation;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>Lets nothing but the set-up, signs of life and the documentation through until there is an administrator.</summary>
internal static class InstallGuard
{
    private static readonly Error NotInstalled = new(
        ErrorKind.Unavailable, "install.required", "not installed") { RetryAfter = TimeSpan.FromSeconds(30) };

    private static readonly PathString[] Open = ["/api/v1/install", "/api/v1/ping", "/health", "/swagger", "/openapi"];

    public static void UseInstallGuard(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            var gate = context.RequestServices.GetRequiredService<IInstallationStatus>();
            if (await gate.IsInstalled(context.RequestAborted)
                || Array.Exists(Open, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
                await next(context);
            else
                await ErrorBody.Write(context, NotInstalled);
        });
    }
}
