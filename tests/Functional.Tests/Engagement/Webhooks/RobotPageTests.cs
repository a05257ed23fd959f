using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Webhooks;

public sealed class RobotPageTests(Hooks hooks) : IClassFixture<Hooks>
{
    private const string Path = "/admin/api/v1/integrations/robot";

    [Fact]
    public async Task Secrets_are_masked_sealed_and_kept_when_the_mask_or_nothing_comes_back()
    {
        await hooks.Set(
            new { name = "a", url = $"{hooks.Receiver.Url}/a", secret = "first hidden thing", enabled = true },
            new { name = "b", url = $"{hooks.Receiver.Url}/b", secret = "second hidden thing", enabled = true, events = new[] { "order.approved" } });

        var shown = (await hooks.Admin.Http.Get(Path)).Ok;
        shown.ToJsonString().Should().NotContain("hidden thing");
        shown["webhooks"]!.AsArray().Select(hook => (string)hook!["secret"]!).Should().Equal("********", "********");
        _ = (await hooks.Admin.Http.Patch(Path, new { webhooks = shown["webhooks"] })).Ok;
        _ = (await hooks.Admin.Http.Patch(
            Path, new { webhooks = new[] { new { name = "a", url = $"{hooks.Receiver.Url}/a", enabled = true } } })).Ok;
        _ = (await hooks.Admin.Http.Post($"{Path}/test")).Ok;

        await Eventually.Become(() => Task.FromResult(hooks.CallsOf("/a").Any()), "the test arrives");
        var call = hooks.CallsOf("/a").Last();
        call.Headers["X-Signature"].Should().Be(
            VpsPanel.Infrastructure.Gateways.Webhooks.WebhookSignatures.Hex("first hidden thing", call.Body));
        (await hooks.App.Scalar<string>("select value from settings where setting_key = 'robot_webhooks'")).Should().StartWith("v1.");
        (await hooks.App.Scalar<string>("select string_agg(detail, '') from audit_logs")).Should().NotContain("hidden thing");
    }

    [Fact]
    public async Task A_test_tells_what_the_client_gave_it()
    {
        await hooks.Set(
            new { name = "t", url = $"{hooks.Receiver.Url}/t", enabled = true },
            new { name = "deaf", url = $"{hooks.Receiver.Url}/deaf", enabled = true, events = new[] { "order.approved" } });

        var reply = await hooks.Admin.Http.Post($"{Path}/test", new { data = new { z = 1, a = "<b>" } });

        ((bool)reply.Ok["ok"]!).Should().BeTrue();
        ((int)reply.Ok["queued"]!).Should().Be(1);
        await Eventually.Become(() => Task.FromResult(hooks.CallsOf("/t").Any()), "the test arrives");
        var body = hooks.CallsOf("/t").Single().Json;
        ((string)body["event"]!).Should().Be("webhook.test");
        ((long)body["order_id"]!).Should().Be(0);
        body["data"]!.AsObject().Select(member => member.Key).Should().Equal("data", "event", "timestamp");
        ((string)body["data_string"]!).Should()
            .Be(body["data"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        ((string)body["data"]!["data"]!["a"]!).Should().Be("<b>");
    }

    [Fact]
    public async Task The_list_can_be_narrowed()
    {
        await hooks.Set(new { name = "narrow", url = $"{hooks.Receiver.Url}/narrow", enabled = true });
        var order = await hooks.CanceledOrder();
        await Eventually.Become(
            async () =>
                await hooks.App.Scalar<long>("select count(*) from webhook_deliveries where hook = 'narrow' and status = 'delivered'") == 2,
            "both arrive");

        var both = (await hooks.Admin.Http.Get($"{Path}/deliveries?order_id={order}&hook=narrow")).Ok;
        ((long)both["total"]!).Should().Be(2);
        ((string)both["items"]![0]!["event"]!).Should().Be("order.canceled");
        ((string)both["items"]![0]!["status"]!).Should().Be("delivered");
        ((long)both["items"]![0]!["body"]!["order_id"]!).Should().Be(order);
        ((long)(await hooks.Admin.Http.Get($"{Path}/deliveries?order_id={order}&event=order.canceled&status=delivered")).Ok["total"]!)
            .Should().Be(1);
        ((long)(await hooks.Admin.Http.Get($"{Path}/deliveries?order_id={order}&status=parked")).Ok["total"]!).Should().Be(0);
    }

    [Theory]
    [InlineData("""{"webhooks":[{"url":"ftp://host/"}]}""", "webhooks")]
    [InlineData("""{"webhooks":[{"url":"http://user:pass@host/"}]}""", "webhooks")]
    [InlineData("""{"webhooks":[{"url":"file:///etc/passwd"}]}""", "webhooks")]
    [InlineData("""{"webhooks":[{"url":"not an address"}]}""", "webhooks")]
    [InlineData("""{"webhooks":[{"url":"https://host/","events":[1]}]}""", "webhooks")]
    [InlineData("""{"webhooks":{"url":"https://host/"}}""", "webhooks")]
    [InlineData("""{"webhooks":[{"url":"https://host/","events":["order.approved","order.delivered"]}]}""", "webhooks")]
    [InlineData("""{"webhooks":[{"url":"https://host/#part"}]}""", "webhooks")]
    [InlineData("""{"webhooks":[{"name":"nowhere","url":""}]}""", "webhooks")]
    [InlineData("""{"webhooks":[{"name":"nowhere"}]}""", "webhooks")]
    [InlineData("""{"url":"https://user:pass@host/"}""", "url")]
    [InlineData("""{"url":"gopher://host/"}""", "url")]
    [InlineData("{}", null)]
    public async Task What_is_no_hook_is_refused(string body, string? field)
    {
        var reply = await hooks.Admin.Http.Call(HttpMethod.Patch, Path, body);

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        if (field is null)
            reply.Code.Should().Be("robot.no_updates");
        else
            reply.ShouldName(field);
    }

    [Theory]
    [InlineData("""{"event":"bad\nname"}""")]
    [InlineData("""{"event":"order created"}""")]
    public async Task A_test_cannot_smuggle_headers(string body) =>
        (await hooks.Admin.Http.Call(HttpMethod.Post, $"{Path}/test", body)).ShouldName("event");

    [Fact]
    public async Task Hooks_without_a_name_are_called_after_their_host()
    {
        await hooks.Set(new { url = "https://one.example/a", enabled = false }, new { url = "https://one.example/b", enabled = false });

        (await hooks.Admin.Http.Get(Path)).Ok["webhooks"]!.AsArray().Select(hook => (string)hook!["name"]!).Should()
            .Equal("one.example", "one.example 2");
    }

    [Fact]
    public async Task Resending_what_does_not_exist_is_not_found() =>
        (await hooks.Admin.Http.Post($"{Path}/deliveries/999999/resend")).Code.Should().Be("webhook.not_found");

    [Fact]
    public async Task The_routes_need_their_rights()
    {
        var clerk = await hooks.App.NewAdmin("order.list");
        Reply[] replies =
        [
            await clerk.Http.Get(Path),
            await clerk.Http.Patch(Path, new { enabled = true }),
            await clerk.Http.Post($"{Path}/test"),
            await clerk.Http.Post($"{Path}/webhooks/try"),
            await clerk.Http.Get($"{Path}/deliveries"),
            await clerk.Http.Post($"{Path}/deliveries/1/resend"),
        ];

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.Forbidden);
        (await (await hooks.App.NewUser()).Http.Get(Path)).Status.Should().Be(HttpStatusCode.Forbidden);
    }
}
