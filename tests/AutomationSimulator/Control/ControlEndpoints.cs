using System.Globalization;
using System.Text.Json;
using VpsPanel.AutomationSimulator.Protocol;
using VpsPanel.AutomationSimulator.Switches;

namespace VpsPanel.AutomationSimulator.Control;

/// <summary>The back door for a person or a script: look inside, set faults, start over. No key: the listener is local.</summary>
internal static class ControlEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes, Simulator simulator)
    {
        routes.MapGet("/_simulator/switches", http => ShowSwitches(http, simulator));
        routes.MapPut("/_simulator/switches", http => SetSwitches(http, simulator));
        routes.MapGet("/_simulator/hosts", http =>
            http.Response.WriteAsJsonAsync(simulator.Hosts.Select(HostView.Of).ToList(), ControlJson.Default.ListHostView));
        routes.MapGet("/_simulator/calls", http =>
            http.Response.WriteAsJsonAsync(simulator.Calls.All.ToList(), ControlJson.Default.ListRecordedCall));
        routes.MapDelete("/_simulator/hosts/{id:long}", http => Swap(http, id => simulator.Forget(id)));
        routes.MapPost("/_simulator/hosts/{id:long}/stranger", http =>
            Swap(http, id => simulator.GiveToStranger(id, http.Request.Query["name"])));
        routes.MapPost("/_simulator/reset", http =>
        {
            simulator.Reset();
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    private static Task Swap(HttpContext http, Action<long> swap)
    {
        swap(long.Parse((string)http.Request.RouteValues["id"]!, CultureInfo.InvariantCulture));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task ShowSwitches(HttpContext http, Simulator simulator) =>
        http.Response.WriteAsJsonAsync(new SwitchList([.. simulator.Switches.On]), ControlJson.Default.SwitchList);

    private static async Task SetSwitches(HttpContext http, Simulator simulator)
    {
        try
        {
            var wanted = await JsonSerializer.DeserializeAsync(http.Request.Body, ControlJson.Default.SwitchList);
            simulator.Switches.Set([.. (wanted ?? throw new JsonException("\"switches\" is missing")).Switches.Select(Checked)]);
        }
        catch (JsonException problem)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(problem.Message);
            return;
        }

        await ShowSwitches(http, simulator);
    }

    private static Switch Checked(Switch? one)
    {
        if (one is null) throw new JsonException("a switch is null");
        if (one.Action is not "*" && ActionTable.Find(one.Action) is null) throw new JsonException($"there is no action \"{one.Action}\"");
        if (one.Milliseconds < 0) throw new JsonException("\"milliseconds\" is 0 or more");
        return one;
    }
}
