using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using VpsPanel.Functional.Tests.Engagement.Webhooks;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Shipped;

/// <content>What goes out and comes in beside the answers: webhooks, event streams, the robot in a chat.</content>
public sealed partial class ShippedTests
{
    [Fact]
    [Step(3)]
    public async Task Every_event_of_every_order_reached_both_hooks_signed_and_in_order()
    {
        var events = await service.Rows<string>(
            $"select order_id || '/' || seq || ' ' || type from order_events where order_id > {service.LastUnheardOrder} order by order_id, seq");
        events.Should().HaveCountGreaterThan(20);

        await Eventually.Become(() => Task.FromResult(Heard("/plain").Count() >= events.Count && Heard("/standard").Count() >= events.Count), "all is delivered", 60);

        foreach (var path in (string[])["/plain", "/standard"])
        {
            // Each order's events in the order of the calls; the orders themselves may be told side by side.
            Heard(path).GroupBy(call => (long)call.Json["order_id"]!).OrderBy(of => of.Key)
                .SelectMany(of => of.Select(call => $"{of.Key}/{(long)call.Json["seq"]!} {call.Event}"))
                .Should().Equal(events, "{0} gets every event once and in order", path);
            Heard(path).Should().OnlyContain(call => IsSigned(call));
        }
    }

    [Fact]
    [Step(11)]
    public async Task What_is_configured_can_be_tried()
    {
        var admin = await service.Admin();

        (await admin.Post("/admin/api/v1/integrations/automation/test")).ShouldBeDone();
        (await admin.Post("/admin/api/v1/integrations/robot/webhooks/try")).ShouldBeDone();
        (await admin.Post("/admin/api/v1/payments/providers/shipped/test")).ShouldBeDone();
        foreach (var path in (string[])["/plain", "/standard"])
            service.Receiver.Calls.Where(call => call.Path == path && call.Event == "webhook.test").Should().ContainSingle().Which.Should().Match<Call>(call => IsSigned(call));
    }

    [Fact]
    [Step(12)]
    public async Task Mail_leaves_encrypted_and_with_a_login_by_both_ways()
    {
        var (admin, exim) = (await service.Admin(), await service.Exim());
        foreach (var (security, port) in ((string, int)[])[("implicit", exim.Implicit), ("starttls", exim.Submission)])
        {
            _ = (await admin.Patch("/admin/api/v1/integrations/smtp", new
            {
                host = "127.0.0.1", port, security, user = EximServer.User, pass = EximServer.Password, from = "Panel <panel@example.com>", enabled = true,
            })).Ok;
            (await admin.Post("/admin/api/v1/integrations/smtp/test", new { to = "bob@example.com", subject = security, body = "words" })).ShouldBeDone();

            (await exim.Delivered(security)).Should().Contain(" with esmtpsa ", "encrypted and logged in");
        }

        // From here on the mails of orders go the same way.
        var user = await service.User();
        var (order, _) = await Order(user);
        _ = (await admin.Post($"/admin/api/v1/orders/{order}/approve")).Ok;
        await Reach(user, order, "active");
        await Eventually.Become(() => Task.FromResult(exim.Mails().Count(mail => mail.Contains("user@example.com", StringComparison.Ordinal)) >= 2), "the owner is written to", 60);
    }

    /// <summary>What a hook was told of orders.</summary>
    private IEnumerable<Call> Heard(string path) => service.Receiver.Calls.Where(call => call.Path == path && call.Event != "webhook.test");

    [Fact]
    [Step(9)]
    public async Task An_event_stream_tells_what_happens_to_its_order()
    {
        var user = await service.User();
        var (order, _) = await Order(user);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/orders/{order}/events");
        using var response = await user.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        _ = (await user.Post($"/api/v1/orders/{order}/cancel")).Ok;

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var heard = new List<string>();
        while (!heard.Contains("order.canceled") && await lines.ReadLineAsync(deadline.Token) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal))
                heard.Add(line[6..].Trim());
        }

        heard.Should().Equal(["order.canceled"], "a new listener hears what is to come");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/orders/{order}/events") { Headers = { { "Last-Event-ID", "1" } } };
        using var rest = await user.SendAsync(again, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        using var missed = new StreamReader(await rest.Content.ReadAsStreamAsync(deadline.Token));
        string? next;
        do
            next = await missed.ReadLineAsync(deadline.Token);
        while (next?.StartsWith("event:", StringComparison.Ordinal) == false);

        next.Should().Be("event: order.canceled", "one that comes back hears what it missed");
    }

    [Fact]
    [Step(10)]
    public async Task A_signed_word_in_the_chat_approves_an_order()
    {
        var (admin, user) = (await service.Admin(), await service.User());
        _ = (await admin.Patch("/admin/api/v1/integrations/robot", new { secret = "robot secret", enabled = true })).Ok;
        var key = (string)(await admin.Post("/admin/api/v1/api-keys", new { name = "chat", scopes = new[] { "robot" } })).Ok["api_key"]!;
        var (order, total) = await Order(user);
        _ = (await user.Post($"/api/v1/orders/{order}/pay", new { method = "approval" })).Ok;
        _ = (await user.Post($"/api/v1/orders/{order}/payments", new { method = "bank", amount = total, trade_no = $"T{order}", note = "paid" })).Ok;
        var body = TestJson.Write(new { text = $"通过订单 {order}", sender = "bot", timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() });

        await service.SlowNextBoot(TimeSpan.FromSeconds(1));

        (await Say(key, body, "guess")).Code.Should().Be("robot.bad_signature");
        (await Say(key, body, Hex("robot secret", body))).ShouldBeDone();

        await Reach(user, order, "active");
    }

    private async Task<Reply> Say(string key, string body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/integrations/robot/webhook")
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("X-API-Key", key);
        request.Headers.Add("X-Signature", signature);
        using var response = await service.Client().SendAsync(request);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }

    private static bool IsSigned(Call call)
    {
        var secret = call.Path == "/plain" ? HookSecret : StandardSecret;
        var key = call.Path == "/plain" ? Encoding.UTF8.GetBytes(secret) : Convert.FromBase64String(secret["whsec_".Length..]);
        var text = $"{call.Headers["webhook-id"]}.{call.Headers["webhook-timestamp"]}.{call.Body}";
        return call.Headers["X-Signature"] == Hex(secret, call.Body)
            && call.Headers["webhook-signature"].Split(' ')
                .Contains("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))));
    }

    private static string Hex(string secret, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));
}
