using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Accounts;

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
    public async Task Nobody_revives_a_key_that_may_do_more_than_he()
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

    [Fact]
    public async Task Every_admin_may_change_his_own_address()
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
