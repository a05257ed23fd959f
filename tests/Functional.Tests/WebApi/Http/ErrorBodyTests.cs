using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Http;

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

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Json_is_read_under_any_content_type(string? type)
    {
        var user = await app.NewUser();
        using var content = new ByteArrayContent("""{"items":[{"package_id":999999,"system_id":1}]}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await user.Http.PostAsync(new Uri("/api/v1/orders/items", UriKind.Relative), content);

        (await response.Content.ReadAsStringAsync()).Should().Contain("package.not_found");
    }
}
