using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Webhooks;

public sealed class TrialTests(Hooks hooks) : IClassFixture<Hooks>
{
    private const string Path = "/admin/api/v1/integrations/robot/webhooks/try";

    [Fact]
    public async Task A_trial_tells_of_every_hook_how_it_went_and_never_in_the_receivers_words()
    {
        hooks.Receiver.Answer = (http, call) =>
        {
            http.Response.StatusCode = call.Path == "/bad" ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK;
            return http.Response.WriteAsync("a word of theirs");
        };
        await hooks.Set(
            new { name = "good", url = $"{hooks.Receiver.Url}/good", secret = "s", enabled = true },
            new { name = "bad", url = $"{hooks.Receiver.Url}/bad", enabled = true },
            new { name = "closed", url = "http://127.0.0.1:1/", enabled = true },
            new { name = "private", url = "http://10.255.255.1/", enabled = true },
            new { name = "off", url = $"{hooks.Receiver.Url}/off", enabled = false });

        var reply = await hooks.Admin.Http.Post(Path);

        ((bool)reply.Ok["ok"]!).Should().BeFalse();
        reply.Ok["hooks"]!.AsArray().Select(hook => $"{hook!["hook"]} {hook["ok"]} {hook["failure"]} {hook["status_code"]}").Should().Equal(
            "good true  200", "bad false rejected 403", "closed false unreachable ", "private false address_refused ");
        reply.Text.Should().NotContain("a word of theirs");
        hooks.CallsOf("/good").Last().Event.Should().Be("webhook.test");
        hooks.CallsOf("/good").Last().Headers.Should().ContainKey("X-Signature");
        (await hooks.App.Scalar<long>("select count(*) from webhook_deliveries where event_type = 'webhook.test'")).Should().Be(0, "nothing is queued");
    }

    [Fact]
    public async Task A_hook_can_be_tried_before_it_is_switched_on()
    {
        await hooks.Set(new { name = "later", url = $"{hooks.Receiver.Url}/later", enabled = false });

        ((bool)(await hooks.Admin.Http.Post(Path, new { name = "Later" })).Ok["ok"]!).Should().BeTrue();

        hooks.CallsOf("/later").Should().ContainSingle();
        (await hooks.Admin.Http.Post(Path)).Code.Should().Be("webhook.no_hook");
        (await hooks.Admin.Http.Post(Path, new { name = "unknown" })).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_single_hook_is_tried_like_the_others()
    {
        await hooks.Set();
        _ = (await hooks.Admin.Http.Patch("/admin/api/v1/integrations/robot", new { url = $"{hooks.Receiver.Url}/single", enabled = true })).Ok;

        ((bool)(await hooks.Admin.Http.Post(Path)).Ok["ok"]!).Should().BeTrue();

        hooks.CallsOf("/single").Should().ContainSingle().Which.Event.Should().Be("webhook.test");
    }
}
