using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Robot;
using VpsPanel.Application.Engagement.Robot.Commands;
using VpsPanel.Application.Engagement.Robot.Queries;
using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Robot;

public sealed class RobotTests(PanelApp app) : IClassFixture<PanelApp>
{
    private static readonly Actor Key = new(ActorKind.Robot, default, "chat robot");

    [Fact]
    public async Task The_signature_is_hmac_over_the_body()
    {
        await Set((WebhookSettings.WebhookEnabled, "true"), (WebhookSettings.WebhookSecret, "secret"));
        var body = """{"text":"通过订单 1","sender":"bot","timestamp":1735680000}"""u8.ToArray();
        const string Signature = "9C33577396c203f891e4ef134a9292afdcba20ea4cf8bd3526599f3dd12119be";

        (await Refusal(new AuthorizeRobotCall(body, Signature, "通过订单 1", Now))).Should().BeNull();
        (await Refusal(new AuthorizeRobotCall(body, Signature.Replace('9', '8'), "通过订单 1", Now))).Should().Be("robot.bad_signature");
        (await Refusal(new AuthorizeRobotCall(body, "", "通过订单 1", Now))).Should().Be("robot.bad_signature");
    }

    [Theory]
    [InlineData(-301, "robot.stale")]
    [InlineData(301, "robot.stale")]
    [InlineData(-290, null)]
    public async Task A_call_is_good_for_five_minutes(int seconds, string? code)
    {
        await Set((WebhookSettings.WebhookEnabled, "true"), (WebhookSettings.WebhookSecret, ""));
        var sent = app.Clock.GetUtcNow().AddSeconds(seconds);

        foreach (var time in new[] { sent.ToUnixTimeSeconds(), sent.ToUnixTimeMilliseconds() })
            (await Refusal(new AuthorizeRobotCall([], "", "approve 1", time.ToString()))).Should().Be(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    public async Task A_call_without_a_time_is_refused(string time)
    {
        await Set((WebhookSettings.WebhookEnabled, "true"), (WebhookSettings.WebhookSecret, ""));

        (await Refusal(new AuthorizeRobotCall([], "", "approve 1", time))).Should().Be("robot.invalid_timestamp");
    }

    [Theory]
    [InlineData(" 通过订单 12 谢谢", 12, true, "")]
    [InlineData("通过订单12", 12, true, "")]
    [InlineData("驳回订单 7 原因库存 不足", 7, false, "库存 不足")]
    [InlineData("驳回订单 7", 7, false, "")]
    [InlineData("Approve 3", 3, true, "")]
    [InlineData("reject 3 no  money", 3, false, "no money")]
    public void A_robot_says_what_it_wants(string text, long id, bool approve, string reason) =>
        RobotReview.Parse(text).Value.Should().Be(new RobotReview(new OrderId(id), approve, reason));

    [Theory]
    [InlineData("通过订单", "robot.missing_order_id")]
    [InlineData("approve x", "robot.invalid_order_id")]
    [InlineData("approve -1", "robot.invalid_order_id")]
    [InlineData("hello", "robot.unknown_command")]
    [InlineData("", "robot.unknown_command")]
    public void What_a_robot_should_not_say_is_refused(string text, string code) =>
        RobotReview.Parse(text).Error!.Code.Should().Be(code);

    [Fact]
    public async Task The_same_text_is_carried_out_once_under_the_name_of_the_key()
    {
        var order = await NewOrder();
        var command = new ReviewByRobot(new RobotReview(new OrderId(order), true, ""), Hash());

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.Send(command, Key)));

        (await app.Scalar<long>("select count(*) from order_events where order_id = $1 and type = 'order.approved'", order)).Should().Be(1);
        (await app.Scalar<string>("select approved_by_name from orders where id = $1", order)).Should().Be("chat robot");
        (await app.Scalar<string>("select actor_name from audit_logs where action = 'order.approve' and target_id = $1", order.ToString()))
            .Should().Be("chat robot");
    }

    [Fact]
    public async Task A_robot_approves_no_more_than_its_limit()
    {
        var order = await NewOrder();
        await Set((RobotSettings.MaxAmount, "14.99"));
        var approve = () => app.Send(new ReviewByRobot(new RobotReview(new OrderId(order), true, ""), Hash()), Key);

        (await approve.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*robot.amount_exceeded*");

        await Set((RobotSettings.MaxAmount, "15"));
        await approve();
        await Set((RobotSettings.MaxAmount, "0"));
    }

    [Fact]
    public async Task A_robot_that_is_off_does_nothing()
    {
        await Set((WebhookSettings.WebhookEnabled, "false"));

        (await Refusal(new AuthorizeRobotCall([], "", "approve 1", Now))).Should().Be("robot.disabled");
    }

    [Fact]
    public async Task A_robot_with_a_key_approves_over_http_and_a_replay_changes_nothing()
    {
        await Set((WebhookSettings.WebhookEnabled, "true"), (WebhookSettings.WebhookSecret, "secret"));
        var admin = await app.NewAdmin("*");
        var key = (string)(await admin.Http.Post(
            "/admin/api/v1/api-keys", new { name = "door", scopes = new[] { "robot" } })).Ok["api_key"]!;
        var order = await NewOrder();
        var body = $$"""{"text":"通过订单 {{order}}","sender":"bot","timestamp":{{Now}}}""";

        (await Say(key, body, "0000")).Status.Should().Be(System.Net.HttpStatusCode.Unauthorized);
        (await Say(key, body)).Status.Should().Be(System.Net.HttpStatusCode.OK);
        (await Say(key, body)).Status.Should().Be(System.Net.HttpStatusCode.OK);
        (await Say(key, body.Replace("bot", "rob"))).Code.Should().Be("flow.illegal_move");
        (await Say(key, """{"text":"hello","timestamp":"soon"}""")).Code.Should().Be("request.invalid_body");
        (await Say(key, "nonsense")).Code.Should().Be("request.invalid_body");
        (await Say("ak_live_000000000000000000000000", body)).Status.Should().Be(System.Net.HttpStatusCode.Unauthorized);

        (await app.Scalar<long>("select count(*) from order_events where order_id = $1 and type = 'order.approved'", order)).Should().Be(1);
        (await app.Scalar<string>("select approved_by_name from orders where id = $1", order)).Should().Be("door");
        app.Clock.Advance(TimeSpan.FromSeconds(301));
        (await Say(key, body)).Code.Should().Be("robot.stale");
    }

    [Fact]
    public async Task Only_an_api_key_opens_the_door()
    {
        var user = await app.NewUser();

        (await user.Http.Post("/api/v1/integrations/robot/webhook", new { text = "approve 1", timestamp = 1 })).Status
            .Should().Be(System.Net.HttpStatusCode.Unauthorized);
    }

    private async Task<Reply> Say(string key, string body, string? signature = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "/api/v1/integrations/robot/webhook") { Content = new StringContent(body) };
        request.Headers.Add("X-API-Key", key);
        var signed = HMACSHA256.HashData("secret"u8.ToArray(), Encoding.UTF8.GetBytes(body));
        request.Headers.Add("X-Signature", signature ?? Convert.ToHexString(signed));
        using var response = await app.Anonymous.SendAsync(request);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }

    private string Now => app.Clock.GetUtcNow().ToUnixTimeSeconds().ToString();

    private static string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Guid.NewGuid().ToString())));

    private async Task<string?> Refusal(AuthorizeRobotCall call)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(call)).Error?.Code;
    }

    private async Task<long> NewOrder()
    {
        var shop = await Shop.Open(app);
        return await (await app.NewUser()).OrderId(shop);
    }

    private async Task Set(params (Setting Setting, string Text)[] values)
    {
        await app.Work(async services =>
        {
            foreach (var (setting, text) in values)
            {
                // A blank secret is "unchanged" to an editor; the default comes back by removing the row.
                var store = services.GetRequiredService<ISettingStore>();
                if (setting.IsSecret && text.Length == 0 && await store.FindByKey(setting.Key, default) is { } row)
                    store.Remove(row);
                else
                    (await services.GetRequiredService<SettingEditor>().Change(setting.Key, text, default)).IsSuccess.Should().BeTrue();
            }

            return true;
        });
        app.Services.GetRequiredService<VpsPanel.Application.Platform.Abstractions.ISettingsCache>().Invalidate();
    }
}
