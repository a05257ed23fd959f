using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Mail;
using VpsPanel.Domain.Common;
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
        _admin = await app.NewAdmin("smtp.*", "security.credentials", "settings.update");
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
            (await _admin.Http.Patch(Smtp, new { pass, from = "Other <other@example.com>" })).Ok.ToJsonString().Should().Be("""{"ok":true}""");

        (await Stored()).Password.Should().Be("s3cret-pass");
        (await Stored()).From.Should().Be("Other <other@example.com>");
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
        mail.Data.Should().Contain("=?utf-8?").And.Contain("text/plain; charset=utf-8").And.Contain("Message-Id: <test-");
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

        Refused(await Test(new { to = "bob@example.com", body = "x" }), "tls");

        server.Lines.Should().NotContain(line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_refused_login_is_told_without_the_password()
    {
        await using var server = new SmtpServer { Login = ("ann", "right") }.Trust();
        await Configure(server.Port, "ann", "wr0ng-pass");

        var reply = await Test(new { to = "bob@example.com", body = "x" });

        Refused(reply, "login_refused");
        reply.Text.Should().NotContain("no such login").And.NotContain("wr0ng-pass");
        server.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_with_an_unknown_certificate_gets_nothing()
    {
        await using var known = new SmtpServer().Trust();
        await using var unknown = new SmtpServer();
        await Configure(unknown.Port, "ann", "s3cret");

        Refused(await Test(new { to = "bob@example.com", body = "x" }), "certificate");

        unknown.Lines.Should().NotContain(line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
        unknown.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task A_refusal_of_the_server_is_told_as_its_class_and_never_in_its_words()
    {
        await using var sender = new SmtpServer { Refusal = "451 4.7.1 greylisted ann:s3cret-pass" }.Trust();
        await using var recipient = new SmtpServer { Recipient = _ => "550 5.1.1 greylisted ann:s3cret-pass" }.Trust();
        await using var text = new SmtpServer { TextRefusal = "554 5.7.1 greylisted ann:s3cret-pass" }.Trust();
        foreach (var (server, reason) in new[] { (sender, "sender_refused"), (recipient, "recipient_refused"), (text, "message_refused") })
        {
            await Configure(server.Port, "ann", "s3cret-pass");

            var reply = await Test(new { to = "bob@example.com", body = "x" });

            Refused(reply, reason);
            reply.Text.Should().NotContain("greylisted").And.NotContain("s3cret-pass");
        }
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_after_a_while()
    {
        await using var server = new SmtpServer { IsSilent = true };
        await Configure(server.Port);

        Refused(await Test(new { to = "bob@example.com", body = "x" }), "timed_out");
    }

    [Fact]
    public async Task A_server_that_asks_for_a_login_and_gets_none_refuses_the_login()
    {
        await using var server = new SmtpServer { Login = ("ann", "right") }.Trust();
        await Configure(server.Port);

        Refused(await Test(new { to = "bob@example.com", body = "x" }), "login_refused");
    }

    [Fact]
    public async Task With_starttls_a_server_that_offers_none_gets_nothing()
    {
        await using var server = new SmtpServer { OffersEncryption = false };
        await Configure(server.Port, security: "starttls");

        Refused(await Test(new { to = "bob@example.com", body = "x" }), "tls");

        server.Lines.Should().NotContain(line => line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task With_none_the_mail_goes_in_the_clear_although_the_server_offers_encryption()
    {
        await using var server = new SmtpServer();
        await Configure(server.Port, security: "none");

        (await Test(new { to = "bob@example.com", body = "x" })).Status.Should().Be(HttpStatusCode.OK);

        server.Mails.Should().ContainSingle().Which.Encrypted.Should().BeFalse();
    }

    [Fact]
    public async Task With_none_and_a_server_elsewhere_nothing_leaves_whatever_is_stored()
    {
        await Configure(2525, security: "none");
        await app.Scalar<long>("with set as (update settings set value = '192.0.2.1' where setting_key = 'smtp_host' returning 1) select count(*) from set");
        await using var node = app.AddNode();
        var mailer = node.Services.GetRequiredService<IMailer>();

        var result = await mailer.Send(new OutgoingMail("bob@example.com", "Hi", "x", false, "ref"), default);

        result.Error!.Details!["reason"].Should().Equal("tls");
    }

    [Theory]
    [InlineData("""{"security":"none","host":"mail.example.com"}""", "security")]
    [InlineData("""{"security":"none","host":"127.0.0.1.example.com"}""", "security")]
    [InlineData("""{"security":"none","host":"10.0.0.1"}""", "security")]
    [InlineData("""{"security":"none","user":"ann"}""", "security")]
    [InlineData("""{"security":"ssl"}""", "security")]
    public async Task Encryption_is_switched_off_only_for_this_machine_and_without_a_login(string body, string field)
    {
        await Configure(2525);
        var before = await Stored();

        (await _admin.Http.Call(HttpMethod.Patch, Smtp, body)).ShouldName(field);

        (await Stored()).Should().Be(before);
    }

    [Theory]
    [InlineData("""{"host":"mail.example.com"}""", "host")]
    [InlineData("""{"user":"ann"}""", "user")]
    public async Task While_encryption_is_off_neither_another_host_nor_a_login_is_taken(string body, string field)
    {
        await Configure(2525, security: "none");
        var before = await Stored();

        (await _admin.Http.Call(HttpMethod.Patch, Smtp, body)).ShouldName(field);

        (await Stored()).Should().Be(before);
        (await _admin.Http.Patch(Smtp, new { security = "AUTO", host = "mail.example.com", user = "ann", pass = "again" })).ShouldBeDone();
    }

    [Fact]
    public async Task The_other_door_keeps_the_same_rule_in_whatever_order_the_keys_come()
    {
        await Configure(2525);
        var door = await app.NewAdmin("settings.*", "security.credentials");

        foreach (var keys in new[] { new[] { "smtp_security", "smtp_host" }, ["smtp_host", "smtp_security"] })
        {
            var items = keys.Select(key => new { key, value = key == "smtp_host" ? "mail.example.com" : "none" });
            (await door.Http.Patch("/admin/api/v1/settings", new { items })).ShouldName("smtp_security");
        }

        (await Stored()).Security.Should().Be(SmtpSecurity.Auto);
        (await door.Http.Patch("/admin/api/v1/settings", new { key = "smtp_security", value = "none" })).Status.Should().Be(HttpStatusCode.OK);
        (await door.Http.Patch("/admin/api/v1/settings", new { key = "smtp_host", value = "mail.example.com" })).ShouldName("smtp_host");
        (await _admin.Http.Get(Smtp)).Ok["security"]!.ToString().Should().Be("none");
    }

    [Fact]
    public async Task A_mail_with_a_secret_never_travels_in_the_clear()
    {
        await using var server = new SmtpServer { OffersEncryption = false };
        await Configure(server.Port);
        var mailer = app.Services.GetRequiredService<IMailer>();

        var open = await mailer.Send(new OutgoingMail("bob@example.com", "Hi", "x", false, "open"), default);
        var secret = await mailer.Send(new OutgoingMail("bob@example.com", "Hi", "s3cret", false, "secret") { CarriesSecret = true }, default);

        open.IsSuccess.Should().BeTrue();
        secret.Error!.Details!["reason"].Should().Equal("tls");
        server.Lines.Should().NotContain(line => line.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_in_a_row_share_a_connection_and_a_refused_recipient_loses_no_other()
    {
        await using var server = new SmtpServer
        {
            Login = ("ann", "right"),
            Recipient = line => line.Contains("nobody", StringComparison.Ordinal) ? "550 5.1.1 no such mailbox" : null,
        }.Trust();
        await Configure(server.Port, "ann", "right");
        var mailer = app.Services.GetRequiredService<IMailer>();
        List<Result> results = [];
        foreach (var name in new[] { "one", "nobody", "two", "three" })
            results.Add(await mailer.Send(new OutgoingMail($"{name}@example.com", name, "x", false, name), default));

        results.Select(result => result.IsSuccess).Should().Equal(true, false, true, true);
        server.Mails.Select(mail => mail.To.Single()).Should().Equal(
            "RCPT TO:<one@example.com>", "RCPT TO:<two@example.com>", "RCPT TO:<three@example.com>");
        server.Connections.Should().Be(1);
    }

    [Fact]
    public async Task A_changed_login_takes_a_connection_of_its_own()
    {
        await using var server = new SmtpServer().Trust();
        foreach (var user in new[] { "ann", "bob" })
        {
            await Configure(server.Port, user, "right");
            (await Test(new { to = "bob@example.com", body = "x" })).Status.Should().Be(HttpStatusCode.OK);
        }

        server.Mails.Select(mail => mail.Login).Should().Equal("ann", "bob");
    }

    [Fact]
    public async Task A_text_cannot_end_the_mail_or_speak_to_the_server()
    {
        await using var server = new SmtpServer().Trust();
        await Configure(server.Port);
        const string Text = "one\r\n.\r\nRCPT TO:<evil@example.com>\n.\nDATA\r.\rlast";

        var sent = await app.Services.GetRequiredService<IMailer>().Send(new OutgoingMail("bob@example.com", "Hi", Text, false, "ref"), default);

        sent.IsSuccess.Should().BeTrue();
        var mail = server.Mails.Should().ContainSingle().Subject;
        mail.To.Should().Equal("RCPT TO:<bob@example.com>");
        mail.Data.Should().Contain("last");
    }

    [Theory]
    [InlineData("/nowhere/ca.pem")]
    [InlineData("/dev/null")]
    public async Task A_file_of_authorities_that_cannot_be_read_stops_the_start_and_names_its_key(string path)
    {
        var start = () => app.AddNode(new Dictionary<string, string> { ["Mail:TrustedCaFile"] = path }).CreateClient();

        start.Should().Throw<Exception>().Which.ToString().Should().Contain("Mail:TrustedCaFile");
        await Task.CompletedTask;
    }

    [Fact]
    public async Task No_server_at_all_is_a_502()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await Configure(port);

        Refused(await Test(new { to = "bob@example.com", body = "x" }), "unreachable");
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

    private static void Refused(Reply reply, string reason)
    {
        reply.Status.Should().Be(HttpStatusCode.BadGateway, reply.Text);
        reply.Code.Should().Be("smtp.failed");
        ((string)reply.Json["details"]!["reason"]![0]!).Should().Be(reason);
    }

    private async Task Configure(int port, string user = "", string pass = "", string security = "auto")
    {
        // The password of another test must not travel to this server.
        _ = (await _admin.Http.Patch("/admin/api/v1/settings", new { key = "smtp_pass", value = (string?)null })).Ok;
        var reply = await _admin.Http.Patch(
            Smtp, new { host = "127.0.0.1", port, security, user, pass, from = "Panel <panel@example.com>", enabled = true });
        _ = reply.Ok;
    }

    private async Task<SmtpAccount> Stored() =>
        await SmtpAccount.Read(app.Services.GetRequiredService<VpsPanel.Application.Platform.Settings.ISettings>(), default);
}
