using System.Net;
using FluentAssertions;
using Microsoft.Extensions.Options;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Frontend;

public sealed class CrossOriginTests(PanelApp app) : IClassFixture<PanelApp>
{
    private const string Ours = "https://console.example.com";
    private const string Allowed = "Access-Control-Allow-Origin";

    [Fact]
    public async Task A_configured_client_may_call_and_read_refusals_too()
    {
        using var http = Client(Ours);

        foreach (var path in new[] { "/api/v1/ping", "/api/v1/me", "/api/v1/nothing" })
        {
            using var reply = await Send(http, HttpMethod.Get, path, Ours);
            reply.Headers.GetValues(Allowed).Should().Equal(Ours);
            reply.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();
            string.Join(',', reply.Headers.GetValues("Access-Control-Expose-Headers")).Should().Contain("Retry-After");
        }
    }

    [Fact]
    public async Task A_preflight_is_answered_for_the_methods_and_headers_of_the_api()
    {
        using var http = Client("http://localhost:5173", Ours);

        using var reply = await Send(
            http, HttpMethod.Options, "/api/v1/orders", Ours, ("Access-Control-Request-Method", "PATCH"),
            ("Access-Control-Request-Headers", "authorization,idempotency-key"));

        reply.StatusCode.Should().Be(HttpStatusCode.NoContent);
        reply.Headers.GetValues(Allowed).Should().Equal(Ours);
        string.Join(',', reply.Headers.GetValues("Access-Control-Allow-Methods")).Should().Contain("PATCH");
        string.Join(',', reply.Headers.GetValues("Access-Control-Allow-Headers")).ToLowerInvariant().Should().Contain("idempotency-key");
    }

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData("http://console.example.com")]
    [InlineData("https://console.example.com.evil.com")]
    [InlineData("null")]
    public async Task A_stranger_gets_no_permission(string origin)
    {
        using var http = Client(Ours);

        using var reply = await Send(http, HttpMethod.Get, "/api/v1/ping", origin);
        using var preflight = await Send(http, HttpMethod.Options, "/api/v1/orders", origin, ("Access-Control-Request-Method", "POST"));

        reply.Headers.Contains(Allowed).Should().BeFalse();
        preflight.Headers.Contains(Allowed).Should().BeFalse();
    }

    [Fact]
    public async Task Origins_may_stand_in_one_text_with_commas()
    {
        var node = app.AddNode(new Dictionary<string, string> { ["Cors:Origins"] = $"https://other.example.com, {Ours}" });

        using var reply = await Send(app.Client(null, node), HttpMethod.Get, "/api/v1/ping", Ours);

        reply.Headers.GetValues(Allowed).Should().Equal(Ours);
    }

    [Fact]
    public async Task Without_configuration_nobody_is_allowed()
    {
        using var reply = await Send(app.Anonymous, HttpMethod.Get, "/api/v1/ping", Ours);

        reply.StatusCode.Should().Be(HttpStatusCode.OK);
        reply.Headers.Contains(Allowed).Should().BeFalse();
    }

    [Theory]
    [InlineData("*")]
    [InlineData("console.example.com")]
    [InlineData("https://console.example.com/")]
    [InlineData("https://console.example.com/app")]
    [InlineData("ftp://console.example.com")]
    public async Task What_is_no_origin_keeps_the_service_from_starting(string origin)
    {
        await using var node = new PanelHost(app.ConnectionString, app.Clock, Settings(origin));

        var start = () => node.CreateClient();

        start.Should().Throw<OptionsValidationException>().WithMessage("*Cors:Origins*");
    }

    private HttpClient Client(params string[] origins) => app.Client(null, app.AddNode(Settings(origins)));

    private static Dictionary<string, string> Settings(params string[] origins) =>
        origins.Index().ToDictionary(origin => $"Cors:Origins:{origin.Index}", origin => origin.Item);

    private static Task<HttpResponseMessage> Send(
        HttpClient http, HttpMethod method, string path, string origin, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);

        return http.SendAsync(request);
    }
}
