using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Infrastructure.Gateways;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Network;

/// <summary>Who is believed about where a call comes from, and what hangs on it.</summary>
public sealed class AddressTests(PanelApp app) : IClassFixture<PanelApp>
{
    private const string Proxy = "10.1.0.5";

    [Theory]
    [InlineData(Proxy, "198.51.100.9", "198.51.100.9")]
    [InlineData(Proxy, "6.6.6.6, 198.51.100.9", "198.51.100.9")]
    [InlineData(Proxy, "6.6.6.6, 198.51.100.9, 10.1.0.6", "198.51.100.9")]
    [InlineData("::ffff:10.1.0.5", "198.51.100.9", "198.51.100.9")]
    [InlineData("198.51.100.9", "6.6.6.6", "198.51.100.9")]
    [InlineData(Proxy, null, Proxy)]
    public async Task Only_a_trusted_proxy_is_believed_and_only_as_far_as_it_wrote_itself(string peer, string? forwarded, string expected)
    {
        var node = app.AddNode(new Dictionary<string, string> { ["Proxy:Trusted"] = "10.1.0.0/16" });

        await Audited(node, peer, forwarded);

        (await LastAddress()).Should().Be(expected);
    }

    [Fact]
    public async Task Without_configured_proxies_nobody_is_believed()
    {
        await Audited(app.AddNode(), "127.0.0.1", "6.6.6.6");

        (await LastAddress()).Should().Be("127.0.0.1");
    }

    [Theory]
    [InlineData("203.0.113.77", HttpStatusCode.OK)]
    [InlineData("::ffff:203.0.113.77", HttpStatusCode.OK)]
    [InlineData("2001:db8::1", HttpStatusCode.OK)]
    [InlineData("203.0.114.1", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task Admins_come_from_the_allowed_networks(string? peer, HttpStatusCode status)
    {
        var node = app.AddNode(new Dictionary<string, string>
        {
            ["Panel:AdminAccess:AllowCidrs:0"] = "203.0.113.0/24",
            ["Panel:AdminAccess:AllowCidrs:1"] = "2001:db8::1",
        });

        foreach (var path in new[] { "/admin/api/v1/profile", "/ADMIN/api/v1/profile" })
            (await Call(node, peer, path)).Status.Should().Be(status);

        (await Call(node, peer, "/api/v1/me")).Status.Should().Be(HttpStatusCode.OK, "users come from anywhere");
        (await Call(node, peer, "/api/v1/admin/orders/payments/callback", method: "POST")).Code.Should().Be(
            "webhook.not_configured", "gateways prove themselves in another way");
    }

    [Theory]
    [InlineData("Panel:Webhook:AllowCidrs", "198.51.100.0/24, 203.0.113.0/24")]
    [InlineData("Panel:Webhook:AllowCidrs", "203.0.113.77")]
    [InlineData("Panel:Webhook:AllowCidrs", "::ffff:203.0.113.0/120")]
    [InlineData("Panel:Webhook:AllowCidrs:0", "198.51.100.0/24,203.0.113.0/24")]
    [InlineData("Panel:Webhook:AllowCidrs:0", "203.0.113.0/24")]
    public async Task Payments_are_reported_from_the_allowed_networks_however_they_are_written(string key, string value)
    {
        var node = app.AddNode(new Dictionary<string, string> { ["Panel:Webhook:SharedToken"] = "token", [key] = value });
        const string Callback = "/api/v1/admin/orders/payments/callback";

        (await Call(node, "203.0.113.77", Callback, method: "POST")).Code.Should().NotBe("webhook.address_refused");
        (await Call(node, "::ffff:203.0.113.77", Callback, method: "POST")).Code.Should().NotBe("webhook.address_refused");
        (await Call(node, "203.0.114.77", Callback, method: "POST")).Code.Should().Be("webhook.address_refused");
        (await Call(node, null, Callback, method: "POST")).Code.Should().Be("webhook.address_refused");
    }

    [Theory]
    [InlineData("Webhooks:AllowedNetworks", "192.168.0.0/16, 10.0.0.0/8")]
    [InlineData("Webhooks:AllowedNetworks:0", "10.1.0.0/16")]
    [InlineData("Webhooks:AllowedNetworks:0", "::ffff:10.1.0.5")]
    public void Webhooks_may_go_where_the_list_says_however_it_is_written(string key, string value)
    {
        var node = app.AddNode(new Dictionary<string, string> { [key] = value });

        var filter = node.Services.GetRequiredService<TargetFilter>();

        filter.Allows(IPAddress.Parse("10.1.0.5")).Should().BeTrue();
        filter.Allows(IPAddress.Parse("172.16.0.1")).Should().BeFalse();
    }

    [Fact]
    public async Task A_spoofed_header_opens_no_door()
    {
        var node = app.AddNode(new Dictionary<string, string>
        {
            ["Panel:AdminAccess:AllowCidrs"] = "203.0.113.0/24, 2001:db8::/32",
            ["Proxy:Trusted"] = Proxy,
        });

        (await Call(node, "6.6.6.6", "/admin/api/v1/profile", "203.0.113.1")).Code.Should().Be("admin_access.address_not_allowed");
        (await Call(node, Proxy, "/admin/api/v1/profile", "203.0.113.1, 6.6.6.6")).Code.Should().Be("admin_access.address_not_allowed");
        (await Call(node, Proxy, "/admin/api/v1/profile", "203.0.113.1")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Too_many_calls_from_one_address_have_to_wait()
    {
        var node = app.AddNode(new Dictionary<string, string> { ["Panel:AdminAccess:RateLimitPerMinute"] = "12" });
        const string Route = "/admin/api/v1/profile";

        // The burst is a sixth of the rate.
        (await Call(node, "203.0.113.1", Route)).Status.Should().Be(HttpStatusCode.OK);
        (await Call(node, "203.0.113.1", Route)).Status.Should().Be(HttpStatusCode.OK);
        var refused = await Call(node, "203.0.113.1", Route);

        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Code.Should().Be("admin_access.rate_limited");
        refused.RetryAfter.Should().BeInRange(1, 5);
        (await Call(node, "203.0.113.2", Route)).Status.Should().Be(HttpStatusCode.OK);
        (await Call(node, "203.0.113.1", "/api/v1/me")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Proxy:Trusted", "10.0.0.0/33")]
    [InlineData("Proxy:Trusted:0", "the proxy")]
    [InlineData("Proxy:Trusted", "10.0.0.1/8")]
    [InlineData("Panel:AdminAccess:AllowCidrs", "203.0.113.0/24, 203.0.113.300")]
    [InlineData("Panel:AdminAccess:AllowCidrs", "010.0.0.1")]
    [InlineData("Panel:AdminAccess:AllowCidrs", ",")]
    [InlineData("Panel:AdminAccess:AllowCidrs:0", "")]
    [InlineData("Panel:AdminAccess:AllowCidrs:0:Network", "203.0.113.0/24")]
    [InlineData("Panel:Webhook:AllowCidrs", "everywhere")]
    [InlineData("Panel:Webhook:AllowCidrs", "203.0.113.0/24 198.51.100.0/24")]
    [InlineData("Panel:Webhook:AllowCidrs:0", "10.0.0.0/08")]
    [InlineData("Webhooks:AllowedNetworks", "10.0.0.0/8, here")]
    [InlineData("Webhooks:AllowedNetworks:0", "10.0.0.0/33")]
    [InlineData("Panel:AdminAccess:RateLimitPerMinute", "-1")]
    public void A_rule_that_cannot_be_read_stops_the_start(string key, string value)
    {
        var start = () => app.AddNode(new Dictionary<string, string> { [key] = value }).CreateClient();

        start.Should().Throw<InvalidOperationException>().WithMessage($"*{string.Join(':', key.Split(':').Take(key.StartsWith("Panel", StringComparison.Ordinal) ? 3 : 2))}*");
    }

    private async Task Audited(PanelHost node, string peer, string? forwarded)
    {
        var edge = await (await app.Primary()).Http.Post("/api/v1/admin/nodes", new { name = $"edge-{Guid.NewGuid():N}" });
        (await Call(node, peer, $"/api/v1/admin/nodes/{edge.Ok["id"]}/disable", forwarded, HttpMethods.Post)).Status.Should()
            .Be(HttpStatusCode.OK);
    }

    private Task<string> LastAddress() => app.Scalar<string>("select address from audit_logs order by id desc limit 1");

    private async Task<Seen> Call(PanelHost node, string? peer, string path, string? forwarded = null, string method = "GET")
    {
        var admin = await app.Primary();
        var context = await node.Server.SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);
            http.Request.Method = method;
            http.Request.Path = path;
            http.Request.Headers.Authorization = $"Bearer {admin.Token}";
            if (forwarded is not null)
                http.Request.Headers["X-Forwarded-For"] = forwarded;
        });
        using var reader = new StreamReader(context.Response.Body);
        var text = await reader.ReadToEndAsync();
        var retryAfter = int.TryParse(context.Response.Headers.RetryAfter, out var seconds) ? seconds : 0;
        return new Seen((HttpStatusCode)context.Response.StatusCode, text, retryAfter);
    }

    private sealed record Seen(HttpStatusCode Status, string Text, int RetryAfter)
    {
        public string Code => (string)JsonNode.Parse(Text)!["code"]!;
    }
}
