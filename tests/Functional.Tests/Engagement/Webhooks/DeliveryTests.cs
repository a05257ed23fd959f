using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Webhooks;

public sealed class DeliveryTests(Hooks hooks) : IClassFixture<Hooks>
{
    [Fact]
    public async Task An_order_event_arrives_with_the_known_body_and_both_signatures()
    {
        await hooks.Set(new { name = "wire", url = $"{hooks.Receiver.Url}/wire", secret = "a plain secret!", enabled = true, events = Array.Empty<string>() });

        var order = await hooks.CanceledOrder();

        await Eventually.Become(() => Task.FromResult(hooks.CallsOf("/wire").Count() == 2), "both events arrive");
        var call = hooks.CallsOf("/wire").First();
        var at = await hooks.App.Scalar<DateTime>("select created_at from order_events where order_id = $1 and seq = 1", order);
        var seconds = new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds();
        call.Body.Should().Be(
            $$$"""{"created_at":{{{seconds}}},"data":{"status":"pending_payment","total":1500},"data_string":"{\"status\":\"pending_payment\",\"total\":1500}","event":"order.pending_payment","order_id":{{{order}}},"seq":1}""");
        call.Headers["Content-Type"].Should().Be("application/json");
        call.Event.Should().Be("order.pending_payment");
        call.Headers["X-Signature"].Should().Be(Convert.ToHexStringLower(
            HMACSHA256.HashData("a plain secret!"u8, Encoding.UTF8.GetBytes(call.Body))));
        var (id, time) = (call.Headers["webhook-id"], call.Headers["webhook-timestamp"]);
        id.Should().Be($"order_{order}_1");
        call.Headers["webhook-signature"].Should().Be("v1," + Convert.ToBase64String(
            HMACSHA256.HashData("a plain secret!"u8, Encoding.UTF8.GetBytes($"{id}.{time}.{call.Body}"))));
        (await hooks.App.Scalar<int>("select last_status_code from webhook_deliveries where hook = 'wire' order by id limit 1")).Should()
            .Be(200);
    }

    [Fact]
    public async Task A_hook_hears_what_it_asked_for_while_it_is_on()
    {
        await hooks.Set(
            new { name = "some", url = $"{hooks.Receiver.Url}/some", enabled = true, events = new[] { "Order.Canceled" } },
            new { name = "off", url = $"{hooks.Receiver.Url}/off", enabled = false, events = Array.Empty<string>() });

        var order = await hooks.CanceledOrder();

        await Eventually.Become(() => Task.FromResult(hooks.CallsOf("/some").Any()), "the event arrives");
        hooks.CallsOf("/some").Should().ContainSingle().Which.Event.Should().Be("order.canceled");
        hooks.CallsOf("/some").Single().Headers.Should().NotContainKeys("X-Signature", "webhook-signature");
        (await hooks.App.Scalar<long>("select count(*) from webhook_deliveries where order_id = $1", order)).Should().Be(1);
    }

    [Fact]
    public async Task Two_nodes_deliver_every_event_once_and_in_order_per_order()
    {
        using var second = hooks.App.AddNode();
        second.CreateClient().Dispose();
        await hooks.Set(new { name = "many", url = $"{hooks.Receiver.Url}/many", enabled = true });

        var orders = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => hooks.CanceledOrder()));

        await Eventually.Become(() => Task.FromResult(hooks.CallsOf("/many").Count() >= 30), "all arrive", 40);
        await Eventually.Become(
            async () =>
                await hooks.App.Scalar<long>("select count(*) from webhook_deliveries where hook = 'many' and status = 'delivered'") == 30,
            "all are written down");
        hooks.CallsOf("/many").Select(call => call.Headers["webhook-id"]).Should().HaveCount(30).And.OnlyHaveUniqueItems();
        foreach (var order in orders)
            hooks.CallsOf("/many").Where(call => (long)call.Json["order_id"]! == order).Select(call => (long)call.Json["seq"]!).Should()
                .Equal(1, 2);
    }

    [Fact]
    public async Task A_failure_is_tried_again_later_with_the_same_id_while_later_events_of_the_order_wait()
    {
        hooks.Receiver.Answer = (http, call) =>
        {
            http.Response.StatusCode = call.Path == "/retry" ? 500 : 200;
            return http.Response.WriteAsync("token=hush sorry");
        };
        await hooks.Set(new { name = "retry", url = $"{hooks.Receiver.Url}/retry", secret = "whsec_c2VjcmV0", enabled = true });
        await hooks.CanceledOrder();
        await Eventually.Become(async () => await hooks.Tries("retry") == 1, "the first try failed");

        (await hooks.Wait("retry")).Should().BeInRange(1, 6);
        (await hooks.App.Scalar<string>("select last_note from webhook_deliveries where hook = 'retry' order by id limit 1"))
            .Should().Contain("sorry").And.NotContain("hush");
        hooks.App.Clock.Advance(TimeSpan.FromSeconds(10));
        await Eventually.Become(async () => await hooks.Tries("retry") == 2, "the second try failed");
        (await hooks.Wait("retry")).Should().BeInRange(250, 360);
        hooks.CallsOf("/retry").Should().HaveCount(2).And.OnlyContain(call => call.Event == "order.pending_payment");

        hooks.Receiver.Answer = null;
        hooks.App.Clock.Advance(TimeSpan.FromMinutes(7));
        await Eventually.Become(() => Task.FromResult(hooks.CallsOf("/retry").Count() == 4), "both arrive");
        var calls = hooks.CallsOf("/retry").ToList();
        calls[..3].Select(call => call.Headers["webhook-id"]).Distinct().Should().ContainSingle();
        calls[..3].Select(call => call.Headers["webhook-timestamp"]).Should().OnlyHaveUniqueItems("every try has its own time");
        calls[..3].Select(call => call.Body).Distinct().Should().ContainSingle();
        calls[3].Event.Should().Be("order.canceled");
    }

    [Fact]
    public async Task A_receiver_that_is_busy_says_when_to_come_back()
    {
        hooks.Receiver.Answer = (http, call) =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "1800";
            return Task.CompletedTask;
        };
        await hooks.Set(new { name = "busy", url = $"{hooks.Receiver.Url}/busy", enabled = true });
        await hooks.CanceledOrder();
        await Eventually.Become(async () => await hooks.Tries("busy") == 1, "the first try failed");
        hooks.Receiver.Answer = null;

        (await hooks.Wait("busy")).Should().BeInRange(1700, 1801);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_switched_off_and_what_waits_for_it_is_dead_lettered()
    {
        // Both are queued before the first one is answered; afterwards nothing more would be.
        hooks.Receiver.Answer = async (http, call) =>
        {
            if (call.Path != "/gone")
                return;

            await Eventually.Become(
                async () => await hooks.App.Scalar<long>("select count(*) from webhook_deliveries where hook = 'gone'") == 2,
                "both are queued",
                seconds: 8);
            http.Response.StatusCode = 410;
        };
        await hooks.Set(
            new { name = "gone", url = $"{hooks.Receiver.Url}/gone", secret = "keep me", enabled = true },
            new { name = "here", url = $"{hooks.Receiver.Url}/here", enabled = true });
        await hooks.CanceledOrder();

        await Eventually.Become(
            async () =>
                await hooks.App.Scalar<long>("select count(*) from webhook_deliveries where hook = 'gone' and status = 'parked'") == 2,
            "both are parked");
        await Eventually.Become(() => Task.FromResult(hooks.CallsOf("/here").Count() == 2), "the other hook gets them");
        await Eventually.Become(
            async () => !(bool)(await hooks.Admin.Http.Get("/admin/api/v1/integrations/robot")).Ok["webhooks"]![0]!["enabled"]!,
            "it is off");
        hooks.Receiver.Answer = null;
        hooks.CallsOf("/gone").Should().HaveCountLessThanOrEqualTo(2);
        (await hooks.App.Scalar<string>("select actor_name from audit_logs where action = 'robot.webhook_gone' and target_id = 'gone'"))
            .Should().Be("system");
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_is_not_followed()
    {
        hooks.Receiver.Answer = (http, call) =>
        {
            http.Response.Redirect($"{hooks.Receiver.Url}/inner", permanent: false);
            return Task.CompletedTask;
        };
        await hooks.Set(new { name = "moved", url = $"{hooks.Receiver.Url}/moved", enabled = true });
        await hooks.CanceledOrder();
        await Eventually.Become(async () => await hooks.Tries("moved") == 1, "the try failed");
        hooks.Receiver.Answer = null;

        hooks.CallsOf("/inner").Should().BeEmpty();
        (await hooks.App.Scalar<int>("select last_status_code from webhook_deliveries where hook = 'moved' order by id limit 1")).Should()
            .Be(302);
    }

    [Fact]
    public async Task The_single_address_is_served_while_the_list_is_empty()
    {
        await hooks.Set();
        _ = (await hooks.Admin.Http.Patch(
            "/admin/api/v1/integrations/robot", new { url = $"{hooks.Receiver.Url}/single", secret = "s", enabled = true })).Ok;

        await hooks.CanceledOrder();

        await Eventually.Become(() => Task.FromResult(hooks.CallsOf("/single").Count() == 2), "both events arrive");
        hooks.CallsOf("/single").Should().OnlyContain(call => call.Headers["X-Signature"].Length == 64);
    }
}
