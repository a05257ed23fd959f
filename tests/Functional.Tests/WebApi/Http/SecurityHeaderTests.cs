using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using VpsPanel.Functional.Tests.WebApi.Frontend;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Http;

/// <summary>What a browser is told with every answer, whoever wrote it.</summary>
public sealed class SecurityHeaderTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Data = "default-src 'none'; frame-ancestors 'none'";
    private const string Client = "frame-ancestors 'self'; object-src 'none'; base-uri 'self'";
    private const string Proxy = "10.1.0.5";

    [Theory]
    [InlineData("GET", "/api/v1/ping", 200)]
    [InlineData("GET", "/api/v1/me", 401)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("POST", "/api/v1/ping", 405)]
    [InlineData("POST", "/api/v1/auth/login", 400)]
    [InlineData("GET", "/api/v1/ping?a=%00", 400)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/uploads/nothing.png", 404)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("HEAD", "/openapi/v1.yaml", 200)]
    [InlineData("GET", "/swagger/swagger-ui.css", 200)]
    [InlineData("GET", "/assets/missing.js", 404)]
    [InlineData("GET", "/admin/api/v1/users", 401)]
    public async Task Data_is_never_taken_for_a_page_and_addresses_are_never_passed_on(string method, string path, int status)
    {
        using var reply = await Send(new HttpMethod(method), path);

        ((int)reply.StatusCode).Should().Be(status);
        Header(reply, "X-Content-Type-Options").Should().Be("nosniff");
        Header(reply, "Content-Security-Policy").Should().Be(Data);
        Header(reply, "Referrer-Policy").Should().Be("no-referrer");
        Header(reply, "Cross-Origin-Opener-Policy").Should().Be("same-origin");
        Header(reply, "Strict-Transport-Security").Should().BeNull("the call came without TLS");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/console/vps/12")]
    [InlineData("/assets/index-DiwrgTda.js")]
    public async Task The_client_may_open_windows_and_only_this_site_may_frame_it(string path)
    {
        using var reply = await Send(HttpMethod.Get, path);

        reply.StatusCode.Should().Be(HttpStatusCode.OK);
        Header(reply, "X-Content-Type-Options").Should().Be("nosniff");
        Header(reply, "Content-Security-Policy").Should().Be(Client);
        Header(reply, "Referrer-Policy").Should().Be("strict-origin-when-cross-origin");
        Header(reply, "Cross-Origin-Opener-Policy").Should().Be("same-origin-allow-popups");
    }

    [Fact]
    public async Task An_operator_sets_the_policy_of_the_client()
    {
        const string own = "default-src 'self'; frame-ancestors 'none'";
        using var http = site.App.Client(null, site.App.AddNode(new Dictionary<string, string>
        {
            ["Frontend:Path"] = site.Folder,
            ["Frontend:ContentSecurityPolicy"] = own,
        }));

        using var page = await http.GetAsync(new Uri("/console", UriKind.Relative));
        using var data = await http.GetAsync(new Uri("/api/v1/ping", UriKind.Relative));

        Header(page, "Content-Security-Policy").Should().Be(own);
        Header(data, "Content-Security-Policy").Should().Be(Data);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("default-src 'self'\r\nX: y")]
    [InlineData("default-src “self”")]
    public async Task A_policy_that_cannot_be_sent_keeps_the_service_from_starting(string policy)
    {
        await using var node = new PanelHost(
            site.App.ConnectionString, site.App.Clock, new Dictionary<string, string> { ["Frontend:ContentSecurityPolicy"] = policy });

        var start = () => node.CreateClient();

        start.Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*Frontend:ContentSecurityPolicy*");
    }

    [Fact]
    public async Task The_pages_of_the_api_run_no_script_but_their_own()
    {
        using var reply = await Send(HttpMethod.Get, "/swagger/index.html");

        var policy = Header(reply, "Content-Security-Policy")!;
        policy.Should().MatchRegex(@"^default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='; style-src 'self' 'sha256-")
            .And.Contain("frame-ancestors 'none'").And.NotContain("unsafe").And.NotContain("http");
        Header(reply, "Cross-Origin-Opener-Policy").Should().Be("same-origin");
    }

    [Theory]
    [InlineData("panel.example.com", "https", "max-age=31536000")]
    [InlineData("panel.example.com", "http", null)]
    [InlineData("localhost", "https", null)]
    [InlineData("127.0.0.1:8443", "https", null)]
    public async Task Behind_tls_a_browser_is_told_to_stay_there(string host, string scheme, string? expected)
    {
        var node = site.App.AddNode(new Dictionary<string, string> { ["Proxy:Trusted"] = Proxy });

        var answered = await node.Server.SendAsync(context =>
        {
            context.Request.Path = "/api/v1/nothing";
            context.Request.Host = new HostString(host);
            context.Connection.RemoteIpAddress = IPAddress.Parse(Proxy);
            context.Request.Headers["X-Forwarded-Proto"] = scheme;
            context.Request.Headers["X-Forwarded-For"] = "198.51.100.9";
        });

        answered.Response.Headers.StrictTransportSecurity.ToString().Should().Be(expected ?? "");
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        return await site.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string? Header(HttpResponseMessage reply, string name) =>
        reply.Headers.TryGetValues(name, out var values) || reply.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
