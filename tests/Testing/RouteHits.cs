using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VpsPanel.WebApi.Http;

namespace VpsPanel.Testing;

/// <summary>
/// Notes in the file named by VPSPANEL_ROUTE_COVERAGE which routes the tests called with success and which refused;
/// build/test.sh looks whether any is missing.
/// </summary>
internal sealed class RouteHits : IStartupFilter
{
    private static readonly string? File = Environment.GetEnvironmentVariable("VPSPANEL_ROUTE_COVERAGE");
    private static readonly ConcurrentDictionary<string, bool> Seen = new();
    private static readonly Lock Writing = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (!string.IsNullOrEmpty(File))
            app.Use(Note);

        next(app);
    };

    private static async Task Note(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
            return;

        var outcome = context.Response.StatusCode < 400 ? "success" : "refusal";
        foreach (var line in RouteList.Of([endpoint]).Where(line => line.Split(' ')[0] == context.Request.Method || line.StartsWith('*')))
        {
            var hit = $"{string.Join(' ', line.Split(' ')[..2])} {outcome}";
            if (!Seen.TryAdd(hit, true))
                continue;

            lock (Writing)
                System.IO.File.AppendAllLines(File!, [hit]);
        }
    }
}
