using System.Net;
using FluentAssertions;
using VpsPanel.Application.Identity.Installation.Commands;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

public sealed class AdminAccountTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private Person _primary = null!;

    public async Task InitializeAsync() => _primary = await app.Primary();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_admin_manages_customers()
    {
        var name = $"c{Guid.NewGuid().ToString("N")[..8]}";
        var created = (await _primary.Http.Post(
            "/admin/api/v1/users", new { username = name, email = $"{name}@example.com", password = "secret1", status = "active" })).Ok;
        var id = (long)created["id"]!;

        ((string)(await _primary.Http.Get($"/admin/api/v1/users/{id}")).Ok["username"]!).Should().Be(name);
        (await _primary.Http.Patch($"/admin/api/v1/users/{id}", new { bio = "vip" })).Status.Should().Be(HttpStatusCode.OK);
        (await _primary.Http.Post($"/admin/api/v1/users/{id}/reset-password", new { password = "secret2" })).Status.Should()
            .Be(HttpStatusCode.OK);
        (await app.Anonymous.Post("/api/v1/auth/login", new { username = name, password = "secret2" })).Status.Should()
            .Be(HttpStatusCode.OK);
        var found = (await _primary.Http.Get($"/admin/api/v1/users?keyword={name}")).Ok;
        ((long)found["total"]!).Should().Be(1);
        (await app.Scalar<long>("select count(*) from audit_logs where target_id = $1 and action = 'user.reset_password'", id.ToString()))
            .Should().Be(1);
        (await app.Scalar<long>("select count(*) from audit_logs where detail like '%secret%'")).Should().Be(0);
    }

    [Fact]
    public async Task Customers_are_not_admins_and_admins_are_not_edited_as_customers()
    {
        var admin = await app.NewAdmin("user.*");
        var user = await app.NewUser();

        (await _primary.Http.Post(
            "/admin/api/v1/users", new { username = "x1", email = "x1@example.com", password = "secret1", role = "admin" }))
            .Status.Should().Be(HttpStatusCode.BadRequest);
        (await _primary.Http.Patch($"/admin/api/v1/users/{admin.Id.Value}", new { bio = "x" })).Code.Should().Be("user.admin_not_editable");
        (await user.Http.Get("/admin/api/v1/users")).Code.Should().Be("auth.admin_required");
        (await _primary.Http.Get("/admin/api/v1/users/999999")).Code.Should().Be("user.not_found");
    }

    [Fact]
    public async Task Impersonating_gives_a_session_that_names_the_admin()
    {
        var user = await app.NewUser();
        var tokens = (await _primary.Http.Post($"/admin/api/v1/users/{user.Id.Value}/impersonate")).Ok;

        var me = (await app.Client((string)tokens["access_token"]!).Get("/api/v1/me")).Ok;
        ((long)me["id"]!).Should().Be(user.Id.Value);
        (await app.Scalar<long>("select count(*) from sessions where opened_by = $1", _primary.Id.Value)).Should().BePositive();
        (await app.Client((string)tokens["access_token"]!).Get("/admin/api/v1/users")).Code.Should().Be("auth.admin_required");
    }

    [Fact]
    public async Task Nobody_hands_out_rights_that_they_lack()
    {
        var limited = await app.NewAdmin("admin.*", "permission_group.*", "api_key.*", "order.view");

        (await limited.Http.Post("/admin/api/v1/permission-groups", new { name = "all of it", permissions = new[] { "*" } }))
            .Code.Should().Be("auth.above_own_rights");
        (await limited.Http.Post(
            "/admin/api/v1/permission-groups", new { name = $"g{Guid.NewGuid():N}", permissions = new[] { "order.view" } }))
            .Status.Should().Be(HttpStatusCode.OK);
        var powerful = (await _primary.Http.Post(
            "/admin/api/v1/permission-groups", new { name = $"g{Guid.NewGuid():N}", permissions = new[] { "settings.*" } })).Ok;
        (await limited.Http.Post(
            "/admin/api/v1/admins",
            new { username = "mallory", email = "mallory@example.com", password = "secret1", permission_group_id = (long)powerful["id"]! }))
            .Code.Should().Be("auth.above_own_rights");
        (await limited.Http.Post(
            "/admin/api/v1/api-keys", new { name = "k", scopes = new[] { "admin" }, permission_group_id = (long)powerful["id"]! }))
            .Code.Should().Be("auth.above_own_rights");
    }

    [Fact]
    public async Task The_primary_admin_and_oneself_cannot_be_switched_off()
    {
        var other = await app.NewAdmin("*");

        (await other.Http.Patch($"/admin/api/v1/admins/{_primary.Id.Value}/status", new { status = "disabled" })).Code.Should()
            .Be("admin.primary");
        (await other.Http.Delete($"/admin/api/v1/admins/{other.Id.Value}")).Code.Should().Be("admin.oneself");
        (await _primary.Http.Delete($"/admin/api/v1/admins/{other.Id.Value}")).Status.Should().Be(HttpStatusCode.OK);
        (await other.Http.Get("/admin/api/v1/profile")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_used_group_cannot_be_deleted_and_a_changed_one_works_at_once()
    {
        var admin = await app.NewAdmin("order.list");
        (await admin.Http.Get("/admin/api/v1/users")).Code.Should().Be("auth.permission_denied");
        var group = await app.Scalar<long>("select permission_group_id from users where id = $1", admin.Id.Value);

        (await _primary.Http.Delete($"/admin/api/v1/permission-groups/{group}")).Code.Should().Be("permission_group.in_use");
        (await _primary.Http.Patch($"/admin/api/v1/permission-groups/{group}", new { permissions = new[] { "user.list" } })).Status.Should()
            .Be(HttpStatusCode.OK);
        (await admin.Http.Get("/admin/api/v1/users")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Permissions_follow_from_the_routes()
    {
        var tree = (await _primary.Http.Get("/admin/api/v1/permissions")).Ok.AsArray();
        var orders = tree.Single(module => (string)module!["code"]! == "order")!;
        orders["children"]!.AsArray().Select(child => (string)child!["code"]!).Should().Contain("order.approve");

        ((bool)(await _primary.Http.Post("/admin/api/v1/permissions/sync")).Ok["ok"]!).Should().BeTrue();
        var before = (string)(await _primary.Http.Get("/admin/api/v1/permissions/order.approve")).Ok["friendly_name"]!;
        await _primary.Http.Patch("/admin/api/v1/permissions/order.approve", new { friendly_name = "审批订单" });
        ((string)(await _primary.Http.Get("/admin/api/v1/permissions/order.approve")).Ok["friendly_name"]!).Should().Be("审批订单");
        await _primary.Http.Patch("/admin/api/v1/permissions/order.approve", new { friendly_name = before });
        (await _primary.Http.Get("/admin/api/v1/permissions/no.such")).Code.Should().Be("permission.not_found");
        (await _primary.Http.Get("/admin/api/v1/permissions/list")).Ok["items"]!.AsArray().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Every_permission_is_called_by_a_phrase_of_its_own()
    {
        var all = (await _primary.Http.Get("/admin/api/v1/permissions/list")).Ok["items"]!.AsArray().Select(item => item!).ToList();

        var actions = all.Where(item => item["parent_code"] is not null).ToDictionary(item => (string)item["code"]!, item => (string)item["friendly_name"]!);
        actions.Should().HaveCountGreaterThan(100);
        actions.Values.Should().OnlyHaveUniqueItems().And.OnlyContain(phrase => phrase.Contains(' ') && char.IsUpper(phrase[0]) && !phrase.Contains('_'));
        all.Where(item => item["parent_code"] is null).Select(item => (string)item["name"]!).Should().OnlyHaveUniqueItems()
            .And.OnlyContain(name => char.IsUpper(name[0]) && !name.Contains('_'));
        (actions["order.list"], actions["order.mark_paid"], actions["packages.bulk_delete"], actions["api_key.create"]).Should()
            .Be(("List orders", "Mark orders as paid", "Delete several packages", "Create API keys"));
    }

    [Fact]
    public async Task The_seeded_groups_speak_one_language()
    {
        await app.Send(new SeedReferenceData());

        var groups = (await _primary.Http.Get("/admin/api/v1/permission-groups")).Ok["items"]!.AsArray()
            .Where(group => ((string)group!["name"]!).Contains("管理员")).ToList();

        groups.Should().HaveCount(4).And.OnlyContain(group => !((string)group!["description"]!).Any(char.IsAsciiLetter));
    }

    [Fact]
    public async Task Permissions_are_stored_in_one_statement()
    {
        var fresh = new PanelApp();
        await fresh.InitializeAsync();
        try
        {
            var admin = await fresh.Primary();
            await fresh.Scalar<long>(
                """
                create table seen_statements (n int);
                create function see_statement() returns trigger language plpgsql as 'begin insert into seen_statements values (1); return null; end';
                create trigger see_statement after insert on permissions for each statement execute function see_statement();
                select 1
                """);

            var total = (long)(await admin.Http.Post("/admin/api/v1/permissions/sync")).Ok["total"]!;
            _ = (await admin.Http.Post("/admin/api/v1/permissions/sync")).Ok;

            (await fresh.Scalar<long>("select count(*) from permissions")).Should().Be(total).And.BeGreaterThan(100);
            (await fresh.Scalar<long>("select count(*) from seen_statements")).Should().Be(2, "each sync is one statement");
        }
        finally
        {
            await fresh.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_api_key_opens_what_its_scope_and_group_allow_and_nothing_else()
    {
        var group = (await _primary.Http.Post(
            "/admin/api/v1/permission-groups", new { name = $"g{Guid.NewGuid():N}", permissions = new[] { "user.list" } })).Ok;
        var made = (await _primary.Http.Post(
            "/admin/api/v1/api-keys", new { name = "crm", scopes = new[] { "admin" }, permission_group_id = (long)group["id"]! })).Ok;
        var raw = (string)made["api_key"]!;
        raw.Should().MatchRegex("^ak_live_[A-Za-z0-9]{24}$");
        var http = app.Client(raw);

        (await http.Get("/admin/api/v1/users")).Status.Should().Be(HttpStatusCode.OK);
        (await http.Get("/admin/api/v1/admins")).Code.Should().Be("auth.permission_denied");
        (await http.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await http.Get("/admin/api/v1/profile")).Code.Should().Be("auth.permission_denied");

        (await _primary.Http.Patch($"/admin/api/v1/api-keys/{(long)made["record"]!["id"]!}", new { status = "disabled" })).Status.Should()
            .Be(HttpStatusCode.OK);
        (await http.Get("/admin/api/v1/users")).Code.Should().Be("auth.api_key_disabled");
        (await app.Scalar<long>("select count(*) from api_keys where key_hash like '%' || $1 || '%'", raw)).Should().Be(0);
        (await _primary.Http.Post("/admin/api/v1/api-keys", new { name = "x", scopes = new[] { "root" } })).Status.Should()
            .Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_admin_looks_after_their_own_profile()
    {
        var admin = await app.NewAdmin("order.list");
        var profile = (await admin.Http.Get("/admin/api/v1/profile")).Ok;
        profile["permissions"]!.AsArray().Select(code => (string)code!).Should().Equal("order.list");

        (await admin.Http.Patch("/admin/api/v1/profile", new { qq = "424242" })).Status.Should().Be(HttpStatusCode.OK);
        (await admin.Http.Post("/admin/api/v1/profile/change-password", new { old_password = "wrong", new_password = "secret9" }))
            .Code.Should().Be("auth.invalid_old_password");
        (await admin.Http.Post("/admin/api/v1/profile/change-password", new { old_password = PanelApp.Password, new_password = "secret9" }))
            .Status.Should().Be(HttpStatusCode.OK);
        (await admin.Http.Get("/admin/api/v1/profile/sessions")).Ok["items"]!.AsArray().Should().ContainSingle();
        (await admin.Http.Delete("/admin/api/v1/profile/sessions/999999")).Code.Should().Be("session.not_found");
    }
}
