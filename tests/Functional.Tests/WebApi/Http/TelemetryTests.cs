using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Http;

public sealed class TelemetryTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task Traces_and_metrics_go_to_the_collector_that_is_named_and_hold_no_secret_of_an_address()
    {
        var received = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/{**path}", async (string path, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.AddOrUpdate(path, Text(body), (_, before) => before + Text(body));
            return Results.Ok();
        });
        await collector.StartAsync();

        await using (var node = new PanelHost(
            app.ConnectionString, app.Clock, new Dictionary<string, string> { ["Otlp:Endpoint"] = collector.Urls.First() }))
        {
            using var client = node.CreateClient();
            await client.Get("/api/v1/ping");
            await client.Get("/api/v1/subscriptions/s3cret-token?key=s3cret-query");
        }

        await Eventually.Become(
            () => Task.FromResult(received.ContainsKey("v1/traces") && received.ContainsKey("v1/metrics")), "both were sent");
        received["v1/traces"].Should().Contain("/api/v1/ping").And.Contain("/api/v1/subscriptions/{token}").And.Contain("Npgsql");
        received["v1/metrics"].Should().Contain("http.server.request.duration").And.Contain("db.client");
        received.Values.Should().OnlyContain(text => !text.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_are_shown_on_a_port_of_their_own_and_nothing_else_is()
    {
        var port = FreePort();
        await using var node = new PanelHost(
            app.ConnectionString, app.Clock, new Dictionary<string, string> { ["Metrics:Port"] = $"{port}" });
        using var api = node.CreateClient();
        _ = (await api.Get("/api/v1/ping")).Ok;
        await api.Get("/api/v1/subscriptions/s3cret-token?key=s3cret-query");
        using var prometheus = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        var shown = await prometheus.Get("/metrics");

        shown.Status.Should().Be(HttpStatusCode.OK);
        shown.Text.Should().Contain("http_server_request_duration_seconds_count{").And.Contain("http_route=\"/api/v1/ping\"")
            .And.Contain("db_client_").And.Contain("dotnet_gc_").And.NotContain("s3cret");
        (await prometheus.Get("/api/v1/ping")).Status.Should().Be(HttpStatusCode.NotFound);
        (await prometheus.Get("/metrics/")).Status.Should().Be(HttpStatusCode.NotFound);
        (await api.Get("/metrics")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Where_neither_is_asked_for_nothing_is_measured()
    {
        app.Services.GetService<MeterProvider>().Should().BeNull();
        app.Services.GetService<TracerProvider>().Should().BeNull();
    }

    [Theory]
    [InlineData("Metrics:Port", "http")]
    [InlineData("Metrics:Port", "70000")]
    [InlineData("Metrics:Address", "localhost")]
    [InlineData("Otlp:Endpoint", "collector")]
    public void A_key_that_cannot_be_read_stops_the_start_and_is_named(string key, string value)
    {
        var settings = new Dictionary<string, string> { ["Metrics:Port"] = $"{FreePort()}", [key] = value };

        var start = () => new PanelHost(app.ConnectionString, app.Clock, settings).CreateClient();

        start.Should().Throw<Exception>().Which.ToString().Should().Contain(key);
    }

    private static string Text(MemoryStream body) => Encoding.Latin1.GetString(body.ToArray());

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
