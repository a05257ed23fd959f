using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace VpsPanel.AutomationSimulator.Kernels;

/// <summary>
/// A control plane for the nodes of a demo: <c>GET /kernels/nodes/{id}/config</c>. An answer has room for one protocol, so a node that
/// serves several tells them in turn.
/// </summary>
internal static class KernelEndpoints
{
    private const string Root = "/kernels/nodes";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var asked = new ConcurrentDictionary<long, int>();
        routes.MapGet(Root + "/{id:long}/config", http => Tell(http, asked));
    }

    private static Task Tell(HttpContext http, ConcurrentDictionary<long, int> asked)
    {
        var id = long.Parse((string)http.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
        var served = KernelOffer.Of(id);
        var turn = asked.AddOrUpdate(id, 0, (_, last) => last + 1);
        var kernel = served[turn % served.Count];
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(new JsonObject
        {
            ["node_id"] = id,
            ["protocol"] = kernel.Protocol,
            ["endpoint"] = kernel.Endpoint,
            ["revision"] = kernel.Revision,
            ["payload"] = JsonNode.Parse(kernel.Config),
        }.ToJsonString());
    }
}
