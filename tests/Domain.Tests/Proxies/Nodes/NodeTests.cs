using FluentAssertions;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Outbounds;
using Xunit;

namespace VpsPanel.Domain.Tests.Proxies.Nodes;

public sealed class NodeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);

    private static readonly NodeTerms Terms =
        new(" edge-1 ", "Hong Kong", "HK", "HKIX", NodeStatus.Offline, ["premium", " premium ", ""], ["VLESS", "http"], 1000, "");

    [Fact]
    public void Texts_are_trimmed_and_lists_hold_each_word_once()
    {
        var node = Node.Create(Terms).Value;

        node.Name.Should().Be("edge-1");
        node.Tags.Should().Equal("premium");
        node.Protocols.Should().Equal("http", "vless");
    }

    [Fact]
    public void Everything_that_is_wrong_is_named()
    {
        var tags = Enumerable.Range(0, 21).Select(tag => $"{tag}").ToList();
        var refused = Node.Create(
            Terms with { Name = " ", Isp = new string('x', 65), Tags = tags, Protocols = ["a b"], CapacityMbps = -1 });

        refused.Error!.Details!.Keys.Should().BeEquivalentTo("name", "isp", "tags", "protocols", "capacity_mbps");
    }

    [Theory]
    [InlineData(NodeStatus.Offline, NodeStatus.Online)]
    [InlineData(NodeStatus.Online, NodeStatus.Online)]
    [InlineData(NodeStatus.Maintenance, NodeStatus.Maintenance)]
    [InlineData(NodeStatus.Disabled, NodeStatus.Disabled)]
    public void A_sync_brings_a_node_online_unless_an_admin_took_it_out(NodeStatus before, NodeStatus after)
    {
        var node = Node.Create(Terms with { Status = before }).Value;

        var kernel = node.Sync(new KernelState(" GRPC ", "hk1.example.com:443", "r1", "{}"), Now).Value;

        node.Status.Should().Be(after);
        node.LastSyncedAt.Should().Be(Now);
        node.Protocols.Should().Equal("grpc", "http", "vless");
        (kernel.Protocol, kernel.Status, kernel.LastSyncedAt).Should().Be(("grpc", KernelStatus.Synced, Now));
    }

    [Fact]
    public void A_protocol_has_one_kernel_and_the_last_word_counts()
    {
        var node = Node.Create(Terms).Value;

        node.Sync(new KernelState("http", "a.example.com:80", "r1", """{"a":1}"""), Now).IsSuccess.Should().BeTrue();
        node.Configure(new KernelState("HTTP", "b.example.com:80", "r2", """{"b":2}""")).IsSuccess.Should().BeTrue();

        var kernel = node.Kernels.Should().ContainSingle().Subject;
        (kernel.Endpoint, kernel.Revision, kernel.Config, kernel.Status).Should().Be(("b.example.com:80", "r2", """{"b":2}""", KernelStatus.Configured));
        kernel.LastSyncedAt.Should().Be(Now);
    }

    [Fact]
    public void A_node_has_only_so_many_kernels()
    {
        var node = Node.Create(Terms).Value;
        for (var protocol = 0; protocol < Node.MaxKernels; protocol++)
            node.Configure(new KernelState($"p{protocol}", "", "", "{}")).IsSuccess.Should().BeTrue();

        node.Configure(new KernelState("one-more", "", "", "{}")).Error!.Code.Should().Be("node.too_many_kernels");
    }

    [Theory]
    [InlineData("hk1.example.com:443", "hk1.example.com", 443)]
    [InlineData("hk1.example.com", "hk1.example.com", 0)]
    [InlineData("203.0.113.7:8443", "203.0.113.7", 8443)]
    [InlineData("2001:db8::7", "2001:db8::7", 0)]
    [InlineData("[2001:db8::7]:443", "2001:db8::7", 443)]
    [InlineData("https://hk1.example.com/path", "hk1.example.com", 443)]
    [InlineData("grpc://hk1.example.com:50051", "hk1.example.com", 50051)]
    public void An_endpoint_names_host_and_port(string endpoint, string host, int port) =>
        KernelEndpoint.Parse(endpoint).Should().Be(new KernelEndpoint(host, port));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("hk1.example.com:70000")]
    [InlineData("hk1.example.com/path")]
    [InlineData("\n:443")]
    [InlineData("1")]
    [InlineData("010.0.0.1")]
    [InlineData("010.0.0.1:443")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("2130706433:443")]
    public void What_names_no_host_is_no_endpoint(string endpoint) => KernelEndpoint.Parse(endpoint).Should().BeNull();
}
