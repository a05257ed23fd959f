using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

public sealed class SessionSafetyTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task An_access_token_alone_never_yields_a_refresh_token()
    {
        await app.NewAdmin();
        var user = await app.NewUser();

        var renewed = await user.Http.Post("/api/v1/auth/refresh");

        ((string)renewed.Ok["access_token"]!).Should().NotBeEmpty();
        renewed.Text.Should().NotContain("\"refresh_token\":\"rt1");
    }

    [Fact]
    public async Task A_token_works_only_for_the_user_it_was_signed_for()
    {
        await app.NewAdmin();
        var first = await app.NewUser();
        var second = await app.NewUser();
        await app.Scalar<long>(
            "with moved as (update sessions set user_id = $1 where user_id = $2 returning 1) select count(*) from moved",
            second.Id.Value, first.Id.Value);

        var reply = await first.Http.Get("/api/v1/me");

        reply.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_impersonation_ends_with_the_admin_who_opened_it()
    {
        await app.NewAdmin();
        var admin = await app.NewAdmin("user.*");
        var user = await app.NewUser();
        var opened = await admin.Http.Post($"/admin/api/v1/users/{user.Id.Value}/impersonate");
        using var impersonated = app.Client((string)opened.Ok["access_token"]!);
        (await impersonated.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.OK);

        await app.Scalar<long>(
            "with off as (update users set status = 'disabled' where id = $1 returning 1) select count(*) from off", admin.Id.Value);
        app.Clock.Advance(TimeSpan.FromSeconds(5));

        (await impersonated.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Parallel_correct_sign_ins_of_one_account_all_succeed()
    {
        await app.NewAdmin();
        var user = await app.NewUser();

        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            app.Anonymous.Post("/api/v1/auth/login", new { username = user.Username, password = PanelApp.Password })));

        replies.Select(reply => reply.Status).Should().AllBeEquivalentTo(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_password_kills_the_reset_links_sent_before()
    {
        await app.NewAdmin();
        var user = await app.NewUser();
        (await app.Anonymous.Post("/api/v1/auth/forgot-password", new { email = $"{user.Username}@example.com" })).Status
            .Should().Be(HttpStatusCode.OK);

        (await user.Http.Patch("/api/v1/me", new { password = "another one" })).Status.Should().Be(HttpStatusCode.OK);

        (await app.Scalar<long>("select count(*) from password_resets where user_id = $1 and used_at is null", user.Id.Value))
            .Should().Be(0);
    }
}
