using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Mail;

/// <summary>
/// The service as a process of its own sends through Debian's exim, and what arrives is read from its folder. Exim writes into every mail
/// how it came: <c>esmtp</c> in the clear, with an <c>s</c> encrypted, with an <c>a</c> after a login (RFC 3848).
/// </summary>
public sealed class RealMailServerTests(RealMailServer real) : IClassFixture<RealMailServer>
{
    [Fact]
    public async Task By_STARTTLS_and_with_a_login()
    {
        var mail = await Send("By STARTTLS", real.Exim.Submission, user: EximServer.User);

        mail.Should().Contain(" with esmtpsa ").And.Contain("From: Panel <panel@example.com>").And.Contain("To: bob@example.com");
        mail.Should().Contain("\nMessage-Id: <test-", because: "a second copy can be told by it").And.Contain("charset=utf-8");
    }

    [Fact]
    public async Task By_STARTTLS_without_a_login() =>
        (await Send("No login", real.Exim.Submission, security: "starttls")).Should().Contain(" with esmtps ");

    [Fact]
    public async Task Encrypted_from_the_first_byte_and_with_a_login() =>
        (await Send("Implicit", real.Exim.Implicit, "implicit", EximServer.User)).Should().Contain(" with esmtpsa ");

    [Fact]
    public async Task Encrypted_from_the_first_byte_without_a_login() =>
        (await Send("Implicit, no login", real.Exim.Implicit, "implicit")).Should().Contain(" with esmtps ");

    [Fact]
    public async Task In_the_clear_where_this_is_wanted_or_nothing_secret_is_in_it()
    {
        (await Send("Wanted", real.Exim.Submission, "none")).Should().Contain(" with esmtp ");
        (await Send("Nothing secret", real.Exim.Clear)).Should().Contain(" with esmtp ");
    }

    [Fact]
    public async Task A_login_does_not_travel_to_a_server_without_encryption()
    {
        var before = FailedLogins();

        await Refused("tls", real.Exim.Clear, user: EximServer.User);
        await Refused("tls", real.Exim.Clear, security: "starttls", user: EximServer.User);
        await Refused("tls", real.Exim.Submission, security: "implicit", user: EximServer.User);

        FailedLogins().Should().Be(before);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_refused()
    {
        await Refused("certificate", real.Exim.Stranger, user: EximServer.User);
        await Refused("certificate", real.Exim.Stranger);
    }

    [Fact]
    public async Task Each_refusal_is_told_as_its_class()
    {
        await Refused("login_refused", real.Exim.Submission, user: EximServer.User, pass: "wrong");
        await Refused("sender_refused", real.Exim.Submission, from: $"{new string('a', 300)}@example.com");
        await Refused("recipient_refused", real.Exim.Submission, to: "nobody@example.com");
        await Refused("recipient_refused", real.Exim.Submission, to: "bob@elsewhere.example");
        await Refused("message_refused", real.Exim.Submission, subject: "spam");
        await Refused("unreachable", 1);

        real.Service.Log.Should().MatchRegex("did not take a mail: RecipientRefused 550").And.NotContain(EximServer.Words)
            .And.NotContain(EximServer.Password);
    }

    [Fact]
    public async Task A_link_for_a_new_password_goes_to_all_but_the_refused_recipient_and_never_in_the_clear()
    {
        foreach (var name in new[] { "first", "nobody", "last" })
            _ = (await real.Admin.Post("/admin/api/v1/users", new { username = name, email = $"{name}@example.com", password = PanelApp.Password })).Ok;

        await Configure(real.Exim.Clear, "auto", "", "");
        await Forgot("first");
        await Forgot("nobody");
        await Eventually.Become(async () => await Waiting("tls") == 2, "both wait, because the server offers no encryption");
        real.Exim.Mails().Should().NotContain(mail => mail.Contains("To: first@", StringComparison.Ordinal));

        await Configure(real.Exim.Submission, "auto", EximServer.User, EximServer.Password);
        await real.App.Scalar<long>("with due as (update outbox_messages set next_attempt_at = now() returning 1) select count(*) from due");
        await Forgot("last");
        foreach (var name in new[] { "first", "last" })
        {
            (await Eventually.Get(
                () => Task.FromResult(real.Exim.Mails().FirstOrDefault(mail => mail.Contains($"\nTo: {name}@example.com\n", StringComparison.Ordinal))),
                $"the mail to {name} is delivered")).Should().Contain(" with esmtpsa ");
        }

        await Eventually.Become(async () => await Waiting("recipient_refused") == 1, "the refused one waits for its next try");
        (await Waiting("")).Should().Be(1);
        (await real.App.Scalar<string>("select last_error from outbox_messages where attempts > 0")).Should().NotContain(EximServer.Words);
    }

    private async Task Forgot(string name) =>
        (await real.Admin.Post("/api/v1/auth/forgot-password", new { email = $"{name}@example.com" })).ShouldBeDone();

    private int FailedLogins() => Regex.Count(real.Exim.Log, "authenticator failed");

    private Task<long> Waiting(string reason) => real.App.Scalar<long>(
        "select count(*) from outbox_messages where attempts > 0 and last_error like $1", $"smtp.failed: {reason}%");

    private async Task<string> Send(string subject, int port, string security = "auto", string user = "")
    {
        await Configure(port, security, user, user.Length > 0 ? EximServer.Password : "");
        var reply = await real.Admin.Post(
            "/admin/api/v1/integrations/smtp/test", new { to = "bob@example.com", subject, body = "Grüße\n.\nlast line" });
        reply.Status.Should().Be(HttpStatusCode.OK, reply.Text + real.Exim.Log);
        return await real.Exim.Delivered(subject);
    }

    private async Task Refused(
        string reason, int port, string security = "auto", string user = "", string pass = EximServer.Password, string to = "bob@example.com",
        string from = "Panel <panel@example.com>", string subject = "Refused")
    {
        await Configure(port, security, user, user.Length > 0 ? pass : "", from);

        var reply = await real.Admin.Post("/admin/api/v1/integrations/smtp/test", new { to, subject, body = "x" });

        reply.Status.Should().Be(HttpStatusCode.BadGateway, reply.Text + real.Exim.Log);
        ((string)reply.Json["details"]!["reason"]![0]!).Should().Be(reason, real.Exim.Log);
        reply.Text.Should().NotContain(EximServer.Words);
        real.Exim.Mails().Should().NotContain(mail => mail.Contains("Subject: Refused", StringComparison.Ordinal));
    }

    private async Task Configure(int port, string security, string user, string pass, string from = "Panel <panel@example.com>") =>
        _ = (await real.Admin.Patch(
            "/admin/api/v1/integrations/smtp", new { host = "localhost", port, security, user, pass, from, enabled = true })).Ok;
}
