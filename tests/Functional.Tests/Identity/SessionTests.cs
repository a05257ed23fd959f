using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

public sealed class SessionTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task Refreshing_rotates_and_a_twin_within_ten_seconds_gets_a_living_pair()
    {
        var (_, login) = await SignIn();
        var first = await Refresh(login);
        var twin = await Refresh(login);

        ((string)twin.Ok["refresh_token"]!).Should().Be((string)first.Ok["refresh_token"]!);
        (await app.Client((string)twin.Ok["access_token"]!).Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_old_refresh_token_that_comes_back_ends_the_session()
    {
        var (_, login) = await SignIn();
        var renewed = (await Refresh(login)).Ok;
        app.Clock.Advance(TimeSpan.FromSeconds(11));

        (await Refresh(login)).Code.Should().Be("auth.invalid_refresh_token");
        (await Refresh(renewed)).Code.Should().Be("auth.invalid_refresh_token");
        (await app.Client((string)renewed["access_token"]!).Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_a_body_a_living_access_token_is_renewed()
    {
        var (_, login) = await SignIn();
        var reply = await app.Client((string)login["access_token"]!).Post("/api/v1/auth/refresh");

        ((string)reply.Ok["access_token"]!).Should().NotBeEmpty();
        (await app.Anonymous.Post("/api/v1/auth/refresh")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_access_token_renews_itself_for_a_day_after_signing_in()
    {
        var (_, login) = await SignIn();
        app.Clock.Advance(TimeSpan.FromHours(23));
        var renewed = (await app.Client((string)login["access_token"]!).Post("/api/v1/auth/refresh")).Ok;
        app.Clock.Advance(TimeSpan.FromHours(2));
        var late = app.Client((string)renewed["access_token"]!);

        (await late.Post("/api/v1/auth/refresh")).Code.Should().Be("auth.invalid_refresh_token");
        (await late.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.OK, "the token itself lives on");
        _ = (await Refresh(login)).Ok;
    }

    [Fact]
    public async Task An_access_token_lives_no_longer_than_its_session()
    {
        await app.Primary();
        var user = await app.NewUser();
        var node = app.AddNode(new Dictionary<string, string> { ["Auth:RefreshLifetime"] = "01:00:00" });

        var login = (await app.Client(null, node).Post("/api/v1/auth/login", new { username = user.Username, password = PanelApp.Password })).Ok;

        ((long)login["expires_in"]!).Should().BeLessThanOrEqualTo(3600);
    }

    [Theory]
    [InlineData("rt1.1.0.00")]
    [InlineData("nonsense")]
    [InlineData("rt1.99999999999999999999.0.aa")]
    public async Task A_forged_refresh_token_is_refused(string token)
    {
        await app.Primary();
        (await app.Anonymous.Post("/api/v1/auth/refresh", new { refresh_token = token })).Code.Should().Be("auth.invalid_refresh_token");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_once_and_on_another_node_within_five_seconds()
    {
        var (_, login) = await SignIn();
        var token = (string)login["access_token"]!;
        var other = app.Client(token, app.AddNode());
        (await other.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.OK);

        (await app.Client(token).Post("/api/v1/auth/logout")).Status.Should().Be(HttpStatusCode.OK);

        (await app.Client(token).Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        (await other.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_disabled_customer_is_out_at_once()
    {
        var admin = await app.NewAdmin("*");
        var (user, login) = await SignIn();
        var http = app.Client((string)login["access_token"]!);
        (await http.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.OK);

        (await admin.Http.Patch($"/admin/api/v1/users/{user.Id.Value}/status", new { status = "disabled" })).Status.Should()
            .Be(HttpStatusCode.OK);

        (await http.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await Refresh(login)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_only()
    {
        var (user, login) = await SignIn();
        var other = app.Client((string)login["access_token"]!);
        (await other.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.OK);

        (await user.Http.Patch("/api/v1/me", new { password = "another one" })).Status.Should().Be(HttpStatusCode.OK);

        (await other.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await user.Http.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_by_their_owner_only()
    {
        var (user, _) = await SignIn();
        var stranger = await app.NewUser();
        var sessions = (await user.Http.Get("/api/v1/me/sessions")).Ok["items"]!.AsArray();
        sessions.Should().HaveCount(2);
        sessions.Count(session => (bool)session!["is_current"]!).Should().Be(1);
        var other = (long)sessions.First(session => !(bool)session!["is_current"]!)!["id"]!;

        (await stranger.Http.Delete($"/api/v1/me/sessions/{other}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await user.Http.Delete($"/api/v1/me/sessions/{other}")).Status.Should().Be(HttpStatusCode.OK);
        (await user.Http.Get("/api/v1/me/sessions")).Ok["items"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_blank_in_a_profile_stays()
    {
        var (user, _) = await SignIn();
        await user.Http.Patch("/api/v1/me", new { bio = "hello", qq = "10001" });
        var me = (await user.Http.Patch("/api/v1/me", new { bio = "", intro = "hi" })).Ok;

        ((string)me["bio"]!).Should().Be("hello");
        ((string)me["intro"]!).Should().Be("hi");
        ((string)me["avatar_url"]!).Should().Contain("10001");
        me["password_hash"].Should().BeNull();
    }

    private async Task<(Person User, JsonNode Login)> SignIn()
    {
        await app.Primary();
        var user = await app.NewUser();
        return (user, (await app.Anonymous.Post("/api/v1/auth/login", new { username = user.Username, password = PanelApp.Password })).Ok);
    }

    private Task<Reply> Refresh(JsonNode login) =>
        app.Anonymous.Post("/api/v1/auth/refresh", new { refresh_token = (string)login["refresh_token"]! });
}
