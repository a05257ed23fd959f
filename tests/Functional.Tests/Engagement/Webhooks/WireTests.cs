using System.Net;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Domain.Engagement.Webhooks;
using VpsPanel.Infrastructure.Gateways;
using VpsPanel.Infrastructure.Gateways.Webhooks;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Webhooks;

public sealed class WireTests(PanelApp app) : IClassFixture<PanelApp>
{
    private static readonly WebhookMessage Message = new("test_1", default, 0, "webhook.test", "{}");

    private IWebhookSender Sender => app.Services.GetRequiredService<IWebhookSender>();

    [Fact]
    public void The_signature_is_the_one_of_standard_webhooks() => WebhookSignatures.Standard(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}""")
        .Should().Be("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void A_secret_without_prefix_signs_for_receivers_that_decode_it_and_for_those_that_do_not()
    {
        const string Text = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

        var signatures = WebhookSignatures.Standard(Text, "msg_1", 1, "{}").Split(' ');

        signatures.Should().HaveCount(2).And.Contain(WebhookSignatures.Standard("whsec_" + Text, "msg_1", 1, "{}"));
        signatures.Should().Contain("v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Text), "msg_1.1.{}"u8)));
        WebhookSignatures.Standard("not base64!", "msg_1", 1, "{}").Should().NotContain(" ");
    }

    [Fact]
    public void The_older_signature_is_hex_over_the_body() => WebhookSignatures.Hex(
        "secret", """{"text":"通过订单 1","sender":"bot","timestamp":1735680000}""")
        .Should().Be("9c33577396c203f891e4ef134a9292afdcba20ea4cf8bd3526599f3dd12119be");

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.31.255.255/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[2001:0:7f00:1::]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fd12:3456::1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST/")]
    [InlineData("https://127.0.0.1/")]
    public async Task Inner_addresses_are_refused_however_they_are_written(string url)
    {
        var attempt = await Sender.Send(new WebhookEndpoint("inner", url, "", true, []), Message, default);

        attempt.IsRefused.Should().BeTrue(attempt.Note);
        attempt.StatusCode.Should().BeNull();
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.127.255.255", false)]
    public void Only_public_addresses_pass(string address, bool expected)
    {
        var filter = app.Services.GetRequiredService<TargetFilter>();

        filter.Allows(IPAddress.Parse(address)).Should().Be(expected);
    }

    [Fact]
    public async Task Who_does_not_answer_within_eight_seconds_is_given_up()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answer = (http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        await using var node = Allowing();
        var started = TimeProvider.System.GetTimestamp();

        var attempt = await node.Services.GetRequiredService<IWebhookSender>()
            .Send(new WebhookEndpoint("slow", receiver.Url, "", true, []), Message, default);

        attempt.StatusCode.Should().BeNull();
        TimeProvider.System.GetElapsedTime(started).TotalSeconds.Should()
            .BeInRange(7.5, 40, "a busy machine may be late, an endless wait would not end");
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answer = async (http, _) =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.WriteAsync(new string('x', 10_000), http.RequestAborted);
        };
        await using var node = Allowing();

        var attempt = await node.Services.GetRequiredService<IWebhookSender>()
            .Send(new WebhookEndpoint("long", receiver.Url, "", true, []), Message, default);

        attempt.IsDelivered.Should().BeTrue();
        attempt.Note.Length.Should().BeLessThanOrEqualTo(2048);
    }

    private PanelHost Allowing() => new(
        app.ConnectionString, app.Clock, new Dictionary<string, string> { ["Webhooks:AllowedNetworks:0"] = "127.0.0.0/8" });
}
