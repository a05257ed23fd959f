using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.ServerStatus;

public sealed class ServerTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_server_status_shows_the_real_machine()
    {
        await app.NewAdmin();
        var status = (await (await app.NewAdmin("server.status")).Http.Get("/admin/api/v1/server/status")).Ok;

        ((string)status["hostname"]!).Should().Be(Environment.MachineName);
        ((int)status["cpu_cores"]!).Should().Be(Environment.ProcessorCount);
        ((long)status["mem_total"]!).Should().BeGreaterThan(100_000_000);
        ((long)status["mem_used"]!).Should().BeInRange(1, (long)status["mem_total"]!);
        ((double)status["disk_used_percent"]!).Should().BeInRange(0, 100);
        ((double)status["mem_usage_percent"]!).Should().Be((double)status["mem_used_percent"]!);
        ((long)status["uptime_seconds"]!).Should().BePositive();
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_answers_anyone(string path) => ((string)(await app.Anonymous.Get(path)).Ok["status"]!).Should().Be("ok");

    [Fact]
    public async Task Without_a_database_the_service_lives_but_is_not_ready()
    {
        await using var alone = new PanelHost("Host=127.0.0.1;Port=1;Timeout=1", app.Clock) { JudgesErrors = false };
        using var client = alone.CreateClient();

        (await client.Get("/health/live")).Status.Should().Be(HttpStatusCode.OK);
        var reply = await client.Get("/health/ready");

        reply.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        reply.Code.Should().Be("health.not_ready");
    }

    [Fact]
    public async Task On_an_empty_database_the_service_is_not_ready()
    {
        await using var alone = new PanelHost(TestDatabase.Server, app.Clock) { JudgesErrors = false };
        using var client = alone.CreateClient();

        (await client.Get("/health/ready")).Code.Should().Be("health.not_ready");
    }
}
