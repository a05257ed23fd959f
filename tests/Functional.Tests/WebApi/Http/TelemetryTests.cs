using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Http;

public sealed class TelemetryTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task Traces_and_metrics_go_to_the_collector_that_is_named()
    {
        var received = new ConcurrentDictionary<string, int>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/{**path}", (string path, HttpRequest request) =>
        {
            received.AddOrUpdate(path, 1, (_, count) => count + 1);
            return Results.Ok();
        });
        await collector.StartAsync();

        await using (var node = new PanelHost(
            app.ConnectionString, app.Clock, new Dictionary<string, string> { ["Otlp:Endpoint"] = collector.Urls.First() }))
        {
            using var client = node.CreateClient();
            await client.Get("/api/v1/ping");
        }

        await Eventually.Become(
            () => Task.FromResult(received.ContainsKey("v1/traces") && received.ContainsKey("v1/metrics")), "both were sent");
    }
}
