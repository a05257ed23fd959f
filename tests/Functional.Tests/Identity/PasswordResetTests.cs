using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

public sealed class PasswordResetTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task A_link_works_once_and_a_newer_one_kills_it()
    {
        await MailServerIsDown();
        var user = await app.NewUser();
        var first = await Request(user);
        var second = await Request(user);

        (await Redeem(first, "new password")).Code.Should().Be("password_reset.not_found");
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => Redeem(second, $"new password {at}")));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        (await user.Http.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_link_ends_after_a_day()
    {
        await MailServerIsDown();
        var token = await Request(await app.NewUser());
        app.Clock.Advance(TimeSpan.FromHours(25));

        (await Redeem(token, "new password")).Code.Should().Be("password_reset.expired");
    }

    [Fact]
    public async Task An_unknown_address_answers_the_same_and_too_many_requests_wait()
    {
        await app.Primary();
        for (var i = 0; i < 3; i++)
            (await app.Anonymous.Post("/api/v1/auth/forgot-password", new { email = "nobody@example.com" })).Status.Should()
                .Be(HttpStatusCode.OK);

        (await app.Anonymous.Post("/api/v1/auth/forgot-password", new { email = "nobody@example.com" })).Status.Should()
            .Be(HttpStatusCode.TooManyRequests);
        (await app.Anonymous.Post("/api/v1/auth/forgot-password", new { email = "no address" })).Status.Should()
            .Be(HttpStatusCode.BadRequest);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
    }

    /// <summary>The token that waits, sealed, for a mail server that does not answer.</summary>
    private async Task<string> Request(Person user)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        var reply = await app.Anonymous.Post("/api/v1/auth/forgot-password", new { email = $"{user.Username}@example.com" });
        reply.Text.Should().Be("""{"ok":true}""");
        var payload = JsonNode.Parse(await app.Scalar<string>(
            "select payload from outbox_messages where event_type = 'password_reset.requested' order by id desc limit 1"))!;
        return app.Services.GetRequiredService<ISecretProtector>().Unprotect((string)payload["protected_token"]!)!;
    }

    private async Task MailServerIsDown()
    {
        app.Errors.Expect("smtp.failed");
        (await (await app.Primary()).Http.Patch("/admin/api/v1/settings", new
        {
            items = new[]
            {
                new { key = "smtp_host", value = "127.0.0.1" },
                new { key = "smtp_port", value = "1" },
                new { key = "smtp_from", value = "panel@example.com" },
                new { key = "smtp_enabled", value = "true" },
            },
        })).Status.Should().Be(HttpStatusCode.OK);
    }

    private Task<Reply> Redeem(string token, string password) =>
        app.Anonymous.Post("/api/v1/auth/reset-password", new { token, new_password = password });
}
