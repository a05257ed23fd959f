using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

public sealed class AdminCareTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task A_new_admin_signs_in_with_the_rights_of_their_group()
    {
        var primary = await app.Primary();
        var group = (long)(await primary.Http.Post(
            "/admin/api/v1/permission-groups", new { name = "readers", permissions = new[] { "user.list" } })).Ok["id"]!;

        var made = (await primary.Http.Post(
            "/admin/api/v1/admins",
            new { username = "reader", email = "reader@example.com", password = "secret words", permission_group_id = group })).Ok;

        var login = (await app.Anonymous.Post("/admin/api/v1/auth/login", new { username = "reader", password = "secret words" })).Ok;
        using var reader = app.Client((string)login["access_token"]!);
        (await reader.Get("/admin/api/v1/users")).Status.Should().Be(HttpStatusCode.OK);
        (await reader.Get("/admin/api/v1/admins")).Code.Should().Be("auth.permission_denied");
        (await primary.Http.Get("/admin/api/v1/admins")).Ok["items"]!.AsArray().Select(admin => (long)admin!["id"]!).Should()
            .Contain((long)made["id"]!);
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'admin.create' and target_id = $1", $"{made["id"]}"))
            .Should().Be(1);
    }

    [Fact]
    public async Task A_group_is_deleted_once_nobody_is_in_it()
    {
        var primary = await app.Primary();
        var clerk = await app.NewAdmin("user.list");
        var group = await app.Scalar<long>("select permission_group_id from users where id = $1", clerk.Id.Value);

        (await primary.Http.Delete($"/admin/api/v1/permission-groups/{group}")).Status.Should().Be(HttpStatusCode.Conflict);
        await app.Change("users", "permission_group_id = null", "id", clerk.Id.Value);
        (await primary.Http.Delete($"/admin/api/v1/permission-groups/{group}")).Status.Should().Be(HttpStatusCode.OK);

        (await primary.Http.Delete($"/admin/api/v1/permission-groups/{group}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_admin_ends_a_session_of_their_own_and_nobody_elses()
    {
        var admin = await app.NewAdmin("user.list");
        var other = await app.NewAdmin("user.list");
        var login = (await app.Anonymous.Post(
            "/admin/api/v1/auth/login", new { username = admin.Username, password = PanelApp.Password })).Ok;
        using var elsewhere = app.Client((string)login["access_token"]!);
        var session = await app.Scalar<long>("select max(id) from sessions where user_id = $1", admin.Id.Value);

        (await other.Http.Delete($"/admin/api/v1/profile/sessions/{session}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await elsewhere.Get("/admin/api/v1/profile")).Status.Should().Be(HttpStatusCode.OK);
        (await admin.Http.Delete($"/admin/api/v1/profile/sessions/{session}")).Status.Should().Be(HttpStatusCode.OK);
        (await elsewhere.Get("/admin/api/v1/profile")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await admin.Http.Get("/admin/api/v1/profile")).Status.Should().Be(HttpStatusCode.OK);
    }
}
