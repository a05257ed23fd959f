using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Mail;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Mail;

public sealed class SmtpTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Smtp = "/admin/api/v1/integrations/smtp";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.NewAdmin();
        _admin = await app.NewAdmin("smtp.*");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_password_is_sealed_masked_and_kept_when_its_mask_comes_back()
    {
        await Configure(2525, "ann", "s3cret-pass");

        var shown = (await _admin.Http.Get(Smtp)).Ok;
        ((string)shown["pass"]!).Should().Be("********");
        ((string)shown["port"]!).Should().Be("2525");
        ((bool)shown["enabled"]!).Should().BeTrue();
        foreach (var pass in new[] { "", "********" })
            (await _admin.Http.Patch(Smtp, new { pass, host = "other" })).Ok.ToJsonString().Should().Be("""{"ok":true}""");

        (await Stored()).Password.Should().Be("s3cret-pass");
        (await Stored()).Host.Should().Be("other");
        (await app.Scalar<string>("select value from settings where setting_key = 'smtp_pass'")).Should().NotContain("s3cret");
        (await app.Scalar<long>("select count(*) from audit_logs where detail like '%s3cret%'")).Should().Be(0);
    }

    [Fact]
    public async Task Fields_that_are_not_sent_stay_and_port_takes_number_text_and_blank()
    {
        await Configure(2525);

        await _admin.Http.Patch(Smtp, new { port = "587" });
        (await Stored()).Port.Should().Be(587);
        (await Stored()).From.Should().Be("Panel <panel@example.com>");
        await _admin.Http.Patch(Smtp, new { port = "" });
        ((string)(await _admin.Http.Get(Smtp)).Ok["port"]!).Should().Be("");
    }

    [Theory]
    [InlineData("""{"port":"70000"}""")]
    [InlineData("""{"port":"abc"}""")]
    [InlineData("""{"port":{}}""")]
    [InlineData("""{"from":"no address"}""")]
    [InlineData("""{"from":"a@b.c\r\nBcc: x@y.z"}""")]
    [InlineData("""{"user":"ann\r\nRSET"}""")]
    [InlineData("""{"host":"a\nb"}""")]
    public async Task A_bad_value_is_a_400_and_changes_nothing(string body)
    {
        await Configure(2525);
        var before = await Stored();

        var reply = await _admin.Http.Call(HttpMethod.Patch, Smtp, body);

        reply.ShouldName(JsonNode.Parse(body)!.AsObject().Single().Key);
        (await Stored()).Should().Be(before);
    }

    [Fact]
    public async Task A_mail_goes_encrypted_and_with_login_where_the_server_offers_it()
    {
        await using var server = new SmtpServer { Login = ("ann", "pass word") }.Trust();
        await Configure(server.Port, "ann", "pass word");

        (await Test(new { to = "bob@example.com", subject = "你好 {{.name}}", body = "Now {{.now}} {{.name}} {{.count}}", variables = new { name = "Bob", count = 3 } }))
            .Status.Should().Be(HttpStatusCode.OK);

        var mail = server.Mails.Should().ContainSingle().Subject;
        mail.Encrypted.Should().BeTrue();
        mail.Login.Should().Be("ann");
        mail.To.Should().ContainSingle().Which.Should().Contain("<bob@example.com>");
        mail.Data.Should().Contain("=?utf-8?").And.Contain("text/plain; charset=utf-8").And.Contain("Message-ID: <test-");
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'smtp.test'")).Should().BePositive();
    }

    [Fact]
    public async Task Without_login_a_server_that_offers_no_encryption_is_used_too()
    {
        await using var server = new SmtpServer { OffersEncryption = false };
        await Configure(server.Port);

        (await Test(new { to = "bob@example.com", body = "<p>Hello {{.name}}</p>", variables = new { name = "<b>" } })).Status.Should()
            .Be(HttpStatusCode.OK);

        var mail = server.Mails.Should().ContainSingle().Subject;
        mail.Encrypted.Should().BeFalse();
        mail.Data.Should().Contain("text/html; charset=utf-8");
    }

    [Fact]
    public async Task A_password_never_travels_in_the_clear()
    {
        await using var server = new SmtpServer { OffersEncryption = false };
        await Configure(server.Port, "ann", "s3cret");

        var reply = await Test(new { to = "bob@example.com", body = "x" });

        reply.Status.Should().Be(HttpStatusCode.BadGateway);
        reply.Code.Should().Be("smtp.failed");
        server.Lines.Should().NotContain(line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_refused_login_is_told_without_the_password()
    {
        await using var server = new SmtpServer { Login = ("ann", "right") }.Trust();
        await Configure(server.Port, "ann", "wr0ng-pass");

        var reply = await Test(new { to = "bob@example.com", body = "x" });

        reply.Status.Should().Be(HttpStatusCode.BadGateway);
        reply.Code.Should().Be("smtp.failed");
        reply.Text.Should().Contain("log in first").And.NotContain("wr0ng-pass");
        server.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_with_an_unknown_certificate_gets_nothing()
    {
        await using var known = new SmtpServer().Trust();
        await using var unknown = new SmtpServer();
        await Configure(unknown.Port, "ann", "s3cret");

        (await Test(new { to = "bob@example.com", body = "x" })).Code.Should().Be("smtp.failed");

        unknown.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task A_refusal_of_the_server_is_told_in_its_words_without_the_password()
    {
        await using var server = new SmtpServer { Refusal = "451 greylisted ann:s3cret-pass, come back later" }.Trust();
        await Configure(server.Port, "ann", "s3cret-pass");

        var reply = await Test(new { to = "bob@example.com", body = "x" });

        reply.Code.Should().Be("smtp.failed");
        reply.Text.Should().Contain("greylisted ann:***, come back").And.NotContain("s3cret-pass");
    }

    [Fact]
    public async Task No_server_at_all_is_a_502()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await Configure(port);

        (await Test(new { to = "bob@example.com", body = "x" })).Code.Should().Be("smtp.failed");
    }

    [Fact]
    public async Task While_mail_is_off_the_test_says_so()
    {
        await Configure(2525);
        await _admin.Http.Patch(Smtp, new { enabled = false });

        var reply = await Test(new { to = "bob@example.com", body = "x" });

        reply.Status.Should().Be(HttpStatusCode.Conflict);
        reply.Code.Should().Be("smtp.not_configured");
    }

    [Theory]
    [InlineData("""{"body":"x"}""", "to")]
    [InlineData("""{"to":"nobody","body":"x"}""", "to")]
    [InlineData("""{"to":"a@b.c\r\nBcc: x@y.z","body":"x"}""", "to")]
    [InlineData("""{"to":"a@b.c"}""", "body")]
    [InlineData("""{"to":"a@b.c","body":"x","subject":"a\r\nBcc: x@y.z"}""", "subject")]
    [InlineData("""{"to":"a@b.c","body":"x","variables":[1]}""", "variables")]
    [InlineData("""{"to":"a@b.c","body":"a\n{{.x | nope}}"}""", "body")]
    [InlineData("""{"to":"a@b.c","body":"x","subject":"{{upper .none}}"}""", "subject")]
    public async Task A_test_that_cannot_be_sent_is_a_400(string body, string field)
    {
        var reply = await _admin.Http.Call(HttpMethod.Post, Smtp + "/test", body);

        reply.ShouldName(field);
    }

    [Fact]
    public async Task An_unknown_template_is_a_404() =>
        (await Test(new { to = "a@b.c", template_name = "nope" })).Code.Should().Be("email_template.not_found");

    [Fact]
    public async Task A_value_cannot_start_a_header()
    {
        await using var server = new SmtpServer().Trust();
        await Configure(server.Port);

        (await Test(new { to = "bob@example.com", subject = "Hi {{.name}}", body = "x", variables = new { name = "a\r\nBcc: evil@example.com\r\n\r\nbody" } }))
            .Status.Should().Be(HttpStatusCode.OK);

        var headers = server.Mails.Single().Data.Split("\n\n")[0];
        headers.Should().NotMatchRegex("(?m)^Bcc:").And.MatchRegex("(?m)^Subject: Hi a  Bcc: evil@example.com");
        server.Mails.Single().To.Should().ContainSingle();
    }

    [Theory]
    [InlineData("a@b.c", "one\r\ntwo", "ref", "subject")]
    [InlineData("a@b.c\r\nRCPT TO:<x@y.z>", "one", "ref", "to")]
    [InlineData("a@b.c", "one", "ref\r\nBcc: x@y.z", "reference")]
    public async Task The_gateway_itself_refuses_what_would_break_a_line(string to, string subject, string reference, string field)
    {
        await Configure(2525);

        var result = await app.Services.GetRequiredService<IMailer>().Send(new OutgoingMail(to, subject, "x", false, reference), default);

        result.Error!.Code.Should().Be("mail.header_invalid");
        result.Error.Details.Should().ContainKey(field);
    }

    [Fact]
    public async Task Each_route_needs_its_own_permission()
    {
        var viewer = await app.NewAdmin("smtp.view");
        var user = await app.NewUser();

        (await viewer.Http.Get(Smtp)).Status.Should().Be(HttpStatusCode.OK);
        (await viewer.Http.Patch(Smtp, new { host = "x" })).Code.Should().Be("auth.permission_denied");
        (await viewer.Http.Post(Smtp + "/test", new { to = "a@b.c", body = "x" })).Code.Should().Be("auth.permission_denied");
        (await user.Http.Get(Smtp)).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    private Task<Reply> Test(object body) => _admin.Http.Post(Smtp + "/test", body);

    private async Task Configure(int port, string user = "", string pass = "")
    {
        var reply = await _admin.Http.Patch(
            Smtp, new { host = "127.0.0.1", port, user, pass, from = "Panel <panel@example.com>", enabled = true });
        _ = reply.Ok;
    }

    private async Task<SmtpAccount> Stored() =>
        await SmtpAccount.Read(app.Services.GetRequiredService<VpsPanel.Application.Platform.Settings.ISettings>(), default);
}
