using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Mail;
using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Functional.Tests.Engagement.Notifications;
using VpsPanel.Functional.Tests.WebApi.Panel;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Mail;

public sealed class OrderMailTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private readonly SmtpServer _server = new SmtpServer().Trust();
    private Person _admin = null!;
    private Person _owner = null!;

    public async Task InitializeAsync()
    {
        await app.NewAdmin();
        _admin = await app.NewAdmin("*");
        _owner = await app.NewUser();
        await Set("email_enabled", "true");
        await _admin.Http.Patch(
            "/admin/api/v1/integrations/smtp",
            new { host = "127.0.0.1", port = _server.Port, user = "", from = "panel@example.com", enabled = true });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_owner_is_written_to_when_an_order_is_approved_and_active()
    {
        var order = await app.Provisioned(_owner);

        await Delivered();
        _server.Mails.Should().HaveCount(2).And.OnlyContain(mail => mail.To[0].Contains($"<{_owner.Username}@example.com>"));
        _server.Mails.Select(Subject).Should().BeEquivalentTo($"Order {order.OrderNo} approved", $"Order {order.OrderNo} is ready");
    }

    [Fact]
    public async Task The_owner_is_written_to_when_an_order_of_a_plan_is_paid()
    {
        var order = (await _owner.Buy(await app.NewPlan(cents: 0))).Ok["order"]!;

        await Delivered();
        Subject(_server.Mails.Should().ContainSingle().Subject).Should().Be($"Order {order["number"]} paid");
    }

    [Theory]
    [InlineData("en-US", "Refund R-1 approved", "Hello {0},\n\nYour refund R-1 has been approved.\n")]
    [InlineData("zh-CN", "退款 R-1 已通过", "{0}，您好：\n\n您的退款 R-1 已通过审核。\n")]
    public async Task A_mail_is_written_in_the_language_of_whoever_gets_it(string language, string subject, string body)
    {
        _ = (await _owner.Http.Patch("/api/v1/me", new { language })).Ok;

        var mail = await Compose(DefaultMail.OrderApproved, words => MailNotice.Approved(words, OrderItemAction.Refund, "R-1"));

        (mail.Subject, mail.Body.ReplaceLineEndings("\n")).Should().Be(
            (subject, string.Format(System.Globalization.CultureInfo.InvariantCulture, body, _owner.Username)));
    }

    [Fact]
    public async Task A_template_for_a_language_wins_over_the_one_for_all()
    {
        foreach (var (name, subject) in ((string, string)[])[("order_refunded", "for all"), ("order_refunded.zh-CN", "中文 {{.title}}")])
            _ = (await _admin.Http.Post("/admin/api/v1/email-templates", new { name, subject, body = "{{.text}}", enabled = true })).Ok;

        _ = (await _owner.Http.Patch("/api/v1/me", new { language = "zh-TW" })).Ok;
        (await Compose(DefaultMail.OrderRefunded, words => MailNotice.PlanRefunded(words, "P-1"))).Subject.Should().Be("中文 订单 P-1 已退款");
        _ = (await _owner.Http.Patch("/api/v1/me", new { language = "en-US" })).Ok;
        (await Compose(DefaultMail.OrderRefunded, words => MailNotice.PlanRefunded(words, "P-1"))).Subject.Should().Be("for all");
    }

    [Fact]
    public async Task A_failed_order_sends_no_success()
    {
        await app.Provisioned(_owner, well: false);

        await Delivered();
        _server.Mails.Should().ContainSingle().Which.Data.Should().Contain("approved");
    }

    [Fact]
    public async Task An_enabled_template_is_used_and_its_values_are_escaped()
    {
        await _admin.Http.Post("/admin/api/v1/email-templates", new
        {
            name = "order_rejected", subject = "No: {{.message}}", body = "<p>{{.user.username}}: {{.message}}</p>", enabled = true,
        });

        await app.Rejected(_owner, "<i>{{.user.email}}</i>\r\nBcc: x@y.z");

        await Delivered();
        var mail = _server.Mails.Should().ContainSingle().Subject;
        mail.Data.Split("\n\n")[0].Should().Contain("text/html").And.NotMatchRegex("(?m)^Bcc:");
        mail.Decoded().Should().Contain("&lt;i&gt;{{.user.email}}&lt;/i&gt;");
    }

    [Fact]
    public async Task Switched_off_nothing_is_sent_and_nothing_waits()
    {
        await Set("email_enabled", "false");

        await app.Approved(_owner);

        await Delivered();
        _server.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task A_mail_that_fails_leaves_the_order_alone_and_is_tried_again()
    {
        app.Errors.Expect("mail-order-owner:order.approved");
        await _admin.Http.Patch("/admin/api/v1/integrations/smtp", new { port = 1 });

        var order = await app.Approved(_owner);

        await Eventually.Become(
            async () =>
                await app.Scalar<long>("select count(*) from outbox_messages where attempts > 0 and reaction like 'mail-order-owner:%'") > 0,
            "a failed try");
        (await app.Scalar<string>("select status from orders where id = $1", order.Id.Value)).Should().NotBe("pending_payment");
        (await app.Scalar<string>("select last_error from outbox_messages where attempts > 0 and reaction like 'mail-order-owner:%' limit 1"))
            .Should().StartWith("smtp.failed");
        await app.Scalar<long>("with gone as (delete from outbox_messages returning 1) select count(*) from gone");
    }

    private Task<OutgoingMail> Compose(DefaultMail mail, Func<string, NoticeText> say) => app.Work(async services =>
    {
        var owner = (await services.GetRequiredService<IUsers>().Find(_owner.Id, default))!;
        return await services.GetRequiredService<MailComposer>().Compose(mail, owner, say, new Dictionary<string, object?>(), "test", default);
    });

    private Task Delivered() => Eventually.Become(
        async () => await app.Scalar<long>("select count(*) from outbox_messages where reaction like 'mail-order-owner:%'") == 0,
        "every mail on its way");

    private async Task Set(string key, string value) => _ = (await _admin.Http.Patch("/admin/api/v1/settings", new { key, value })).Ok;

    private static string Subject(ReceivedMail mail) =>
        mail.Data.Split('\n').Single(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..];
}
