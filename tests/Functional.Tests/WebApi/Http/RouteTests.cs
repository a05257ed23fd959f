using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Testing;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Http;

public sealed class RouteTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_running_service_has_exactly_the_routes_of_the_list()
    {
        using var client = app.Anonymous;
        await client.Get("/health/live");

        var running = RouteList.Of(app.Services.GetRequiredService<EndpointDataSource>().Endpoints);

        running.Should().NotBeEmpty().And.NotContain(line => line.EndsWith(" unmarked"));
        running.Should()
            .Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "routes.txt")), "build/routes.sh writes the list anew");
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/openapi/v1.yaml")]
    [InlineData("/swagger/index.html")]
    public async Task The_api_document_and_its_pages_are_served(string path)
    {
        using var response = await app.Anonymous.GetAsync(new Uri(path, UriKind.Relative));

        response.EnsureSuccessStatusCode();
        (await response.Content.ReadAsStringAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public void A_route_without_a_mark_stops_the_start()
    {
        var open = new RouteEndpoint(
            _ => Task.CompletedTask, RoutePatternFactory.Parse("/left/open"), 0, EndpointMetadataCollection.Empty, null);

        var start = () => UnmarkedRoutes.Refuse([open]);

        start.Should().Throw<InvalidOperationException>().WithMessage("*/left/open*");
    }
}
