using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Webhooks;

public sealed class DeadLetterTests(Hooks hooks) : IClassFixture<Hooks>
{
    [Fact]
    public async Task After_three_days_it_is_dead_lettered_until_somebody_resends_it()
    {
        hooks.Receiver.Answer = (http, call) =>
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await hooks.Set(
            new { name = "dead", url = $"{hooks.Receiver.Url}/dead", enabled = true, events = new[] { "order.pending_payment" } });
        var started = hooks.App.Clock.GetUtcNow();
        await hooks.CanceledOrder();
        for (var tries = 1; tries <= 10; tries++)
        {
            await Eventually.Become(async () => await hooks.Tries("dead") == tries, $"try {tries} failed");
            if (tries < 10)
                hooks.App.Clock.Advance(TimeSpan.FromSeconds(await hooks.Wait("dead") + 1));
        }

        (await hooks.StatusOf("dead")).Should().Be("parked");
        (hooks.App.Clock.GetUtcNow() - started).TotalDays.Should().BeInRange(2.9, 3.7);
        hooks.Receiver.Answer = null;
        // The time that passed has ended all sessions.
        var admin = await hooks.App.NewAdmin("robot.*");
        var deadLettered = (await admin.Http.Get("/admin/api/v1/integrations/robot/deliveries?status=parked&hook=dead")).Ok["items"]![0]!;
        _ = (await admin.Http.Post($"/admin/api/v1/integrations/robot/deliveries/{deadLettered["id"]}/resend")).Ok;

        await hooks.Reach("dead", "delivered");
        hooks.CallsOf("/dead").Select(call => call.Headers["webhook-id"]).Distinct().Should().ContainSingle();
    }
}
