using System.Net;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using VpsPanel.Testing;
using VpsPanel.WebApi.Http.Panel;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Panel;

public sealed class PanelRouteTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Theory]
    [InlineData(null, "admin")]
    [InlineData(" / ", "admin")]
    [InlineData("/ops/panel/", "ops/panel")]
    public void The_admin_prefix_is_what_is_between_its_slashes(string? configured, string prefix) =>
        PanelRoutes.AdminPrefix(Configured(configured)).Should().Be(prefix);

    [Theory]
    [InlineData("user")]
    [InlineData("a b")]
    [InlineData("a//b")]
    [InlineData("{x}")]
    [InlineData("Auth/x")]
    public void A_prefix_that_is_no_path_or_hides_other_routes_stops_the_service(string configured) =>
        FluentActions.Invoking(() => PanelRoutes.AdminPrefix(Configured(configured))).Should().Throw<InvalidOperationException>();

    [Fact]
    public async Task A_prefix_of_several_parts_moves_the_routes()
    {
        var admin = await app.Primary();
        await using var node = new PanelHost(
            app.ConnectionString, app.Clock, new Dictionary<string, string> { ["Panel:AdminPrefix"] = "/back/office/" });
        using var http = app.Client(admin.Token, node);

        (await http.Get("/api/v1/back/office/plans")).Status.Should().Be(HttpStatusCode.OK);
        (await http.Get("/api/v1/admin/plans")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_administrator_without_the_role_user_is_no_customer()
    {
        await app.Primary();
        var admin = await app.NewAdmin("plan.*");
        await app.Scalar<long>("update users set is_user = false where id = $1 returning id", admin.Id.Value);

        (await admin.Http.Get("/api/v1/user/plans")).Code.Should().Be("auth.user_required");
        (await admin.Http.Get("/api/v1/admin/plans")).Status.Should().Be(HttpStatusCode.OK);
    }

    private static IConfiguration Configured(string? prefix) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Panel:AdminPrefix", prefix)]).Build();
}
