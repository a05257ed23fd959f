using VpsPanel.AutomationSimulator.Switches;

namespace VpsPanel.AutomationSimulator.Protocol;

/// <summary>The wire: reads a call, lets the simulator answer, writes the reply or the fault.</summary>
internal static class ProtocolEndpoint
{
    internal const string Root = "/index.php/api/cloud";

    private const string ErrorPage = "<!doctype html><title>Error</title><h1>Something went wrong</h1>";

    internal static void Map(IEndpointRouteBuilder routes, Simulator simulator)
    {
        var log = routes.ServiceProvider.GetRequiredService<ILogger<Simulator>>();
        routes.Map(Root + "/{action}", http => Serve(http, simulator, log));
    }

    private static async Task Serve(HttpContext http, Simulator simulator, ILogger log)
    {
        var call = await CallRequest.Read(http.Request, http.Request.RouteValues["action"]?.ToString() ?? "");
        var answer = simulator.Answer(call);
        var faults = answer.Faults;
        log.LogInformation("{Action} {Outcome} {Faults}", call.Action, answer.Reply.Outcome, string.Join(' ', faults.Kinds));

        if (faults.Find(SwitchKind.Hang) is { } hang && !await Hold(http, hang.Milliseconds)) return;
        if (faults.Has(SwitchKind.LoseReply)) http.Abort();
        else if (faults.Has(SwitchKind.Http500)) await Write(http, ErrorPage, "text/html", StatusCodes.Status500InternalServerError);
        else if (faults.Has(SwitchKind.Garbage)) await Write(http, ErrorPage, "text/html");
        else if (answer.Reply.Location is { } location) http.Response.Redirect(location);
        else await Write(http, answer.Body(), "application/json");
    }

    // Real time on purpose: a caller's time-out runs on it, whatever clock the hosts live by.
    private static async Task<bool> Hold(HttpContext http, int milliseconds)
    {
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        await Task.Delay(milliseconds, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !gone.IsCancellationRequested;
    }

    private static Task Write(HttpContext http, string text, string type, int status = StatusCodes.Status200OK)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type + "; charset=utf-8";
        return http.Response.WriteAsync(text);
    }
}
