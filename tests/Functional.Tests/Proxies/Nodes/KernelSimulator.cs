using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VpsPanel.Functional.Tests.Proxies.Nodes;

/// <summary>A control plane on a loopback port that answers what a test wants.</summary>
public sealed class KernelSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private KernelSimulator(WebApplication app) => _app = app;

    public string BaseUrl => _app.Urls.First();

    /// <summary>How the next calls are answered.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = http => http.Response.WriteAsync("{}");

    /// <summary>Paths and authorisation of the calls so far.</summary>
    public List<(string Path, string Authorization, string Accept)> Calls { get; } = [];

    public static async Task<KernelSimulator> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var simulator = new KernelSimulator(builder.Build());
        simulator._app.Run(simulator.Serve);
        await simulator._app.StartAsync();
        return simulator;
    }

    public void Says(string json, string? etag = null, int status = 200) => Answer = http =>
    {
        http.Response.StatusCode = status;
        if (etag is not null)
            http.Response.Headers.ETag = etag;

        return http.Response.WriteAsync(json);
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task Serve(HttpContext http)
    {
        lock (Calls)
            Calls.Add((http.Request.Path, http.Request.Headers.Authorization.ToString(), http.Request.Headers.Accept.ToString()));

        return Answer(http);
    }
}
