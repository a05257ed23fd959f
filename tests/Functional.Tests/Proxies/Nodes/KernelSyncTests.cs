using System.Net;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using VpsPanel.Infrastructure.Gateways;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Proxies.Nodes;

public sealed class KernelSyncTests : IClassFixture<KernelRig>
{
    private const string Nodes = "/api/v1/admin/nodes";
    private const string State = """{"protocol":"GRPC","endpoint":"hk1.example.com:443","revision":"r7","payload":{"b":1,"a":"你"}}""";

    private readonly KernelRig _rig;
    private readonly PanelApp _app;
    private readonly KernelSimulator _kernel;
    private readonly HttpClient _http;

    public KernelSyncTests(KernelRig rig)
    {
        (_rig, _app, _kernel, _http) = (rig, rig.App, rig.Kernel, rig.Http);
        _kernel.Calls.Clear();
        _kernel.Says(State);
    }

    [Fact]
    public async Task What_the_kernel_says_is_stored()
    {
        var node = await NewNode("offline");

        var synced = (await _http.Post($"{Nodes}/{node}/kernels/sync")).Ok;

        ((long)synced["node_id"]!).Should().Be(node);
        ((string)synced["protocol"]!).Should().Be("grpc");
        ((string)synced["revision"]!).Should().Be("r7");
        ((long)synced["synced_at"]!).Should().BeCloseTo(_app.Clock.GetUtcNow().ToUnixTimeSeconds(), 5);
        _kernel.Calls.Should().Equal([($"/nodes/{node}/config", "Bearer kernel-token", "application/json")]);
        var kernel = (await _http.Get($"{Nodes}/{node}/kernels")).Ok["kernels"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)kernel["status"]!).Should().Be("synced");
        ((string)kernel["config"]!["a"]!).Should().Be("你");
        (await _app.Scalar<string>("select status from nodes where id = $1", node)).Should().Be("online");
        (await _app.Scalar<long>("select count(*) from audit_logs where action = 'node.sync' and target_id = $1", $"{node}")).Should()
            .Be(1);
    }

    [Theory]
    [InlineData("maintenance")]
    [InlineData("disabled")]
    public async Task A_node_that_an_admin_took_out_stays_out(string status)
    {
        var node = await NewNode(status);

        (await _http.Post($"{Nodes}/{node}/kernels/sync", new { protocol = " HTTP " })).Ok["protocol"]!.ToString().Should()
            .Be("grpc", "the kernel says what it serves, however it was asked");

        (await _app.Scalar<string>("select status from nodes where id = $1", node)).Should().Be(status);
    }

    [Theory]
    [InlineData("""{"revision":" r1 ","payload":{"a":1}}""", "\"e1\"", "r1")]
    [InlineData("""{"payload":{"a":1}}""", "\"e1\"", "e1")]
    [InlineData("""{"payload":{"a":1}}""", "W/\"e1\"", "e1")]
    [InlineData("""{"payload":{"a":1}}""", "e1", "e1")]
    [InlineData("""{"payload":{"b":[{"d":1,"c":2}],"a":1},"metadata":{"x":1}}""", null, "sha:{\"a\":1,\"b\":[{\"c\":2,\"d\":1}]}")]
    [InlineData("""{"payload":{},"metadata":{"x":1}}""", null, "sha:{\"x\":1}")]
    [InlineData("{}", null, "")]
    public async Task The_revision_is_the_first_that_can_be_had(string body, string? etag, string revision)
    {
        _kernel.Says(body, etag);
        var expected = revision.StartsWith("sha:", StringComparison.Ordinal)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(revision[4..])))
            : revision;

        var synced = (await _http.Post($"{Nodes}/{await NewNode()}/kernels/sync")).Ok;

        ((string)synced["revision"]!).Should().Be(expected);
        ((string)synced["protocol"]!).Should().Be("http");
    }

    [Fact]
    public async Task What_clients_cannot_be_given_is_stored_and_told()
    {
        _kernel.Says(
            """{"protocol":"vless","endpoint":"hk1.example.com:443","payload":{"tls":true,"sni":"a.example.com","fnord":1,"reality":{"enabled":false,"private_key":"the-secret"}}}""");
        var node = await NewNode();

        var warnings = (await _http.Post($"{Nodes}/{node}/kernels/sync")).Ok["warnings"]!.AsArray().Select(warning => (string)warning!).ToList();

        warnings.Should().HaveCount(2).And.Contain(warning => warning.Contains("config.fnord", StringComparison.Ordinal))
            .And.Contain(warning => warning.Contains("config.reality.private_key", StringComparison.Ordinal)).And.NotContain("the-secret");
        (await _app.Scalar<string>("select config from node_kernels where node_id = $1", node)).Should().NotContain("the-secret").And.Contain("fnord");
        (await _http.Get($"{Nodes}/{node}/kernels")).Ok["kernels"]![0]!["faults"]!.AsArray().Should().ContainSingle();
        _kernel.Says(State);
        (await _http.Post($"{Nodes}/{node}/kernels/sync")).Ok["warnings"]!.AsArray().Should().BeEmpty("nobody judges a protocol that no client speaks");
    }

    [Theory]
    [InlineData(500, "{}", "kernel.failed")]
    [InlineData(302, "{}", "kernel.failed")]
    [InlineData(200, "<html>", "kernel.bad_reply")]
    [InlineData(200, "[]", "kernel.bad_reply")]
    [InlineData(200, "", "kernel.bad_reply")]
    [InlineData(200, """{"node_id":4711}""", "kernel.bad_reply")]
    [InlineData(200, """{"payload":[1]}""", "kernel.bad_reply")]
    [InlineData(200, """{"protocol":{"a":1}}""", "kernel.bad_reply")]
    [InlineData(200, """{"protocol":"a b"}""", "kernel.bad_reply")]
    [InlineData(200, """{"endpoint":"a\u0000b"}""", "kernel.bad_reply")]
    [InlineData(200, """{"revision":"a\u0000b"}""", "kernel.bad_reply")]
    [InlineData(200, """{"revision":1}""", "kernel.bad_reply")]
    public async Task A_kernel_that_fails_changes_nothing(int status, string body, string code)
    {
        _kernel.Says(body, status: status);
        var node = await NewNode("offline");

        var refused = await _http.Post($"{Nodes}/{node}/kernels/sync");

        refused.Status.Should().Be(HttpStatusCode.BadGateway);
        refused.Code.Should().Be(code);
        (await _app.Scalar<string>("select status from nodes where id = $1", node)).Should().Be("offline");
        (await _app.Scalar<long>("select count(*) from node_kernels where node_id = $1", node)).Should().Be(0);
    }

    [Fact]
    public async Task A_node_that_the_kernel_does_not_know_is_not_found()
    {
        _kernel.Says("{}", status: 404);

        var refused = await _http.Post($"{Nodes}/{await NewNode()}/kernels/sync");

        refused.Status.Should().Be(HttpStatusCode.NotFound);
        refused.Code.Should().Be("kernel.not_found");
    }

    [Fact]
    public async Task A_node_that_we_do_not_know_is_not_asked_for()
    {
        (await _http.Post($"{Nodes}/999999/kernels/sync")).Code.Should().Be("node.not_found");

        _kernel.Calls.Should().BeEmpty();
    }

    [Theory]
    [InlineData("grpc")]
    [InlineData("nonsense")]
    public async Task Only_a_configured_way_can_be_asked_for(string protocol)
    {
        var refused = await _http.Post($"{Nodes}/{await NewNode()}/kernels/sync", new { protocol });

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be("kernel.not_configured");
    }

    [Fact]
    public async Task Without_a_configured_kernel_nothing_can_be_synced()
    {
        var admin = await _app.Primary();

        (await admin.Http.Post($"{Nodes}/{await NewNode()}/kernels/sync")).Code.Should().Be("kernel.not_configured");
    }

    [Fact]
    public async Task A_kernel_that_does_not_answer_is_given_up()
    {
        _kernel.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var http = await _rig.Admin(("Panel:Kernel:Timeout", "00:00:00.3"));

        var refused = await http.Post($"{Nodes}/{await NewNode()}/kernels/sync");

        refused.Status.Should().Be(HttpStatusCode.BadGateway);
        refused.Code.Should().Be("kernel.timeout");
    }

    [Fact]
    public async Task A_reply_has_a_bound()
    {
        _kernel.Answer = async http =>
        {
            for (var part = 0; part < 300; part++)
                await http.Response.WriteAsync(new string(' ', 1024));
        };

        (await _http.Post($"{Nodes}/{await NewNode()}/kernels/sync")).Code.Should().Be("kernel.bad_reply");
    }

    [Fact]
    public async Task A_private_address_is_only_connected_to_when_the_operator_allows_it()
    {
        var http = await _rig.Admin(("Panel:Kernel:AllowPrivateAddresses", "false"));

        (await http.Post($"{Nodes}/{await NewNode()}/kernels/sync")).Code.Should().Be("kernel.unreachable");

        _kernel.Calls.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Panel:Kernel:BaseUrl", "ftp://kernel.test")]
    [InlineData("Panel:Kernel:BaseUrl", "kernel.test")]
    [InlineData("Panel:Kernel:BaseUrl", "https://kernel.test/?token=1")]
    [InlineData("Panel:Kernel:Token", "two\nlines")]
    [InlineData("Panel:Kernel:Timeout", "00:02:00")]
    [InlineData("Automation:BaseUrl", "panel.test")]
    public async Task An_address_that_cannot_be_called_stops_the_start_and_is_named(string key, string value)
    {
        await using var node = new PanelHost(_app.ConnectionString, _app.Clock, new Dictionary<string, string> { [key] = value });
        node.Errors.Expect("Hosting failed to start");

        var start = () => node.CreateClient();

        start.Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage($"*{key[..key.IndexOf(':')]}*");
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void Public_addresses_are_told_from_others(string address, bool isPublic) =>
        new TargetFilter([]).Allows(IPAddress.Parse(address)).Should().Be(isPublic);

    [Fact]
    public async Task Parallel_syncs_leave_one_kernel()
    {
        var node = await NewNode();

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _http.Post($"{Nodes}/{node}/kernels/sync")));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
        (await _app.Scalar<long>("select count(*) from node_kernels where node_id = $1", node)).Should().Be(1);
    }

    private async Task<long> NewNode(string status = "online") =>
        (long)(await _http.Post(Nodes, new { name = $"edge-{Guid.NewGuid():N}", status })).Ok["id"]!;
}

/// <summary>The service with a kernel behind it.</summary>
public sealed class KernelRig : IAsyncLifetime
{
    public PanelApp App { get; } = new();

    public KernelSimulator Kernel { get; private set; } = null!;

    /// <summary>An admin on the node that has the kernel.</summary>
    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        Kernel = await KernelSimulator.Start();
        Http = await Admin();
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Kernel.DisposeAsync();
    }

    /// <summary>An admin on one more node, with settings of its own.</summary>
    public async Task<HttpClient> Admin(params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["Panel:Kernel:BaseUrl"] = Kernel.BaseUrl + "/",
            ["Panel:Kernel:Token"] = "kernel-token",
            ["Panel:Kernel:AllowPrivateAddresses"] = "true",
        };
        foreach (var (key, value) in more)
            settings[key] = value;

        return App.Client((await App.Primary()).Token, App.AddNode(settings));
    }
}
