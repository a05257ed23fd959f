using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

/// <summary>What a stolen token must not be enough for.</summary>
public sealed class FreshSessionTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Theory]
    [InlineData("/api/v1/auth/reauthenticate")]
    [InlineData("/admin/api/v1/auth/reauthenticate")]
    public async Task Credentials_of_others_take_a_fresh_session(string confirm)
    {
        await app.Primary();
        var admin = await app.NewAdmin("settings.*", "security.credentials");
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        (await Analytics(admin, "stale")).Code.Should().Be("auth.reauthenticate");
        (await admin.Http.Post(confirm, new { password = "a guess" })).ShouldName("password");
        (await Analytics(admin, "stale")).Status.Should().Be(HttpStatusCode.Forbidden);

        (await admin.Http.Post(confirm, new { password = PanelApp.Password })).ShouldBeDone();
        (await Analytics(admin, "fresh")).Status.Should().Be(HttpStatusCode.OK);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        (await Analytics(admin, "stale again")).Code.Should().Be("auth.reauthenticate");
    }

    [Theory]
    [InlineData("password")]
    [InlineData("email")]
    public async Task A_token_alone_does_not_take_an_account_over(string field)
    {
        await app.Primary();
        var user = await app.NewUser();
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        (await user.Http.Patch("/api/v1/me", Body(field, null))).Code.Should().Be("auth.reauthenticate");
        (await user.Http.Patch("/api/v1/me", Body(field, "a guess"))).ShouldName("current_password");
        _ = (await user.Http.Patch("/api/v1/me", new { bio = "harmless", email = $"{user.Username}@example.com" })).Ok;
        (await user.Http.Patch("/api/v1/me", Body(field, PanelApp.Password))).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_templates_of_reset_letters_take_the_permission_for_credentials()
    {
        await app.Primary();
        var clerk = await app.NewAdmin("email_template.*");

        var made = await clerk.Http.Post(
            "/admin/api/v1/email-templates",
            new { name = "password_reset.ja", subject = "mine", body = "https://mine.example.com/{{.token}}", enabled = true });

        made.Code.Should().Be("auth.permission_denied");
    }

    private static Task<Reply> Analytics(Person admin, string text) =>
        admin.Http.Patch("/admin/api/v1/settings", new { key = "analytics_code", value = text });

    private static Dictionary<string, string?> Body(string field, string? current) => new()
    {
        [field] = field == "email" ? $"new-{Guid.NewGuid():N}@example.com" : "another one",
        ["current_password"] = current,
    };
}
