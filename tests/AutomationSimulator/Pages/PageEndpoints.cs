using System.Text.Encodings.Web;
using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Pages;

/// <summary>The pages a customer's browser lands on. The token in the address is the only key to them.</summary>
internal static class PageEndpoints
{
    internal static string PanelPath(SimulatedHost host) => $"/panel/{host.PageToken}";

    internal static string VncPath(SimulatedHost host) => $"/vnc/{host.PageToken}";

    internal static void Map(IEndpointRouteBuilder routes, Simulator simulator)
    {
        routes.MapGet("/panel/{token}", http => Show(http, simulator, PanelPage.Body));
        routes.MapGet("/vnc/{token}", http => Show(http, simulator, VncPage.Body));
    }

    private static Task Show(HttpContext http, Simulator simulator, Func<SimulatedHost, HtmlEncoder, string> body)
    {
        var token = http.Request.RouteValues["token"]?.ToString();
        var host = simulator.Hosts.FirstOrDefault(one => one.PageToken == token);
        http.Response.StatusCode = host is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(host is null
            ? Layout.Page("Not found", "<h1>This host does not exist</h1>")
            : Layout.Page(HtmlEncoder.Default.Encode(host.Name), body(host, HtmlEncoder.Default)));
    }
}
