using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

public sealed class KeyRightsTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task A_key_whose_group_grants_it_may_list_the_permission_groups()
    {
        var admin = await app.NewAdmin("*");
        using var key = app.Client(await NewKey(admin, "permission_group.*"));

        (await key.Get("/admin/api/v1/permission-groups")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_revives_a_key_that_may_do_more_than_they()
    {
        var primary = await app.NewAdmin("*");
        var key = await NewKey(primary, "*");
        var id = await app.Scalar<long>("select max(id) from api_keys");
        (await primary.Http.Patch($"/admin/api/v1/api-keys/{id}", new { status = "disabled" })).Status.Should().Be(HttpStatusCode.OK);
        var clerk = await app.NewAdmin("api_key.*");

        var revived = await clerk.Http.Patch($"/admin/api/v1/api-keys/{id}", new { status = "active" });

        revived.Status.Should().Be(HttpStatusCode.Forbidden);
        key.Should().StartWith("ak_live_");
    }

    [Theory]
    [InlineData("robot", "order.list")]
    [InlineData("robot", "order.approve")]
    [InlineData("node", "node.list")]
    public async Task Nobody_makes_or_revives_a_key_whose_scope_opens_more_than_they_may(string scope, string own)
    {
        var primary = await app.NewAdmin("*");
        var clerk = await app.NewAdmin("api_key.*", own);
        var id = (long)(await primary.Http.Post("/admin/api/v1/api-keys", new { name = "key", scopes = new[] { scope } })).Ok["record"]!["id"]!;

        var made = await clerk.Http.Post("/admin/api/v1/api-keys", new { name = "mine", scopes = new[] { scope } });
        var revived = await clerk.Http.Patch($"/admin/api/v1/api-keys/{id}", new { status = "active" });

        made.Code.Should().Be("auth.above_own_rights");
        revived.Code.Should().Be("auth.above_own_rights");
    }

    [Fact]
    public async Task Whoever_may_do_it_by_hand_may_make_a_key_that_does_it()
    {
        await app.NewAdmin("*");
        var clerk = await app.NewAdmin("api_key.*", "order.*", "node.update");

        var made = await clerk.Http.Post("/admin/api/v1/api-keys", new { name = "mine", scopes = new[] { "robot", "node" } });

        made.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_admin_may_change_their_own_address()
    {
        await app.NewAdmin("*");
        var clerk = await app.NewAdmin("order.list");

        var changed = await clerk.Http.Patch(
            $"/admin/api/v1/admins/{clerk.Id.Value}", new { username = clerk.Username, email = "new-address@example.com" });

        changed.Status.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<string> NewKey(Person admin, string grant)
    {
        var group = await admin.Http.Post(
            "/admin/api/v1/permission-groups", new { name = $"keys {Guid.NewGuid():N}", permissions = new[] { grant } });
        var key = await admin.Http.Post(
            "/admin/api/v1/api-keys",
            new { name = "key", permission_group_id = (long)group.Ok["id"]!, scopes = new[] { "admin" } });
        return (string)key.Ok["api_key"]!;
    }
}
