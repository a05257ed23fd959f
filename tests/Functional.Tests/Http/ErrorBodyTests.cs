using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Http;

public sealed class ErrorBodyTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task Ping_needs_no_token()
    {
        var reply = await app.Anonymous.Get("/api/v1/ping");

        ((string)reply.Ok["status"]!).Should().Be("ok");
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing-here", HttpStatusCode.NotFound, "route.not_found")]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound, "route.not_found")]
    [InlineData("POST", "/api/v1/ping", HttpStatusCode.MethodNotAllowed, "route.method_not_allowed")]
    [InlineData("GET", "/api/v1/ping?q=%00", HttpStatusCode.BadRequest, "request.invalid")]
    public async Task What_is_no_route_answers_the_error_body(string method, string path, HttpStatusCode status, string code)
    {
        var reply = await app.Anonymous.Call(new HttpMethod(method), path);

        reply.Status.Should().Be(status);
        reply.Code.Should().Be(code);
        ((string)reply.Json["error"]!).Should().Be((string)reply.Json["message"]!);
        ((string)reply.Json["trace_id"]!).Should().NotBeEmpty();
    }
}
