using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Application.Tests.Proxies.Profiles;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.Clients;

/// <summary>Profiles of sing-box against what each version takes, as it was read off the running programs.</summary>
public sealed class SingBoxProfileTests
{
    private static readonly Dictionary<string, string[]> Fields = new()
    {
        ["shadowsocks"] = ["method", "password", "plugin", "plugin_opts", "multiplex"],
        ["vmess"] = ["uuid", "security", "alter_id", "tls", "transport", "multiplex"],
        ["vless"] = ["uuid", "flow", "tls", "transport", "multiplex"],
        ["trojan"] = ["password", "tls", "transport", "multiplex"],
        ["hysteria2"] = ["server_ports", "hop_interval", "up_mbps", "down_mbps", "obfs", "password", "tls"],
        ["tuic"] = ["uuid", "password", "congestion_control", "udp_relay_mode", "tls"],
        ["anytls"] = ["password", "tls"],
    };

    public static TheoryData<string, int> Versions => new()
    {
        { "SFA/1.11.15 (1; sing-box 1.11.15)", 11 }, { "SFA/1.12.12 (1; sing-box 1.12.12)", 12 }, { "SFM/1.13.3 (sing-box 1.13.3)", 13 },
        { "sing-box 1.14.1", 14 }, { "", 12 }, { "SFI/1.9.4 (Build 2; sing-box 1.9.4)", 11 },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public void Names_are_resolved_as_the_version_wants_it(string agent, int minor)
    {
        var profile = Profile(agent);
        var servers = profile["dns"]!["servers"]!.AsArray();

        servers.Should().OnlyContain(server => server!["type"] != null == minor >= 12 && server["address"] != null == minor < 12);
        (profile["route"]!["default_domain_resolver"] is not null).Should().Be(minor >= 12);
        var rules = profile["route"]!["rules"]!.AsArray();
        rules[0]!.ToJsonString().Should().Be("""{"port":53,"action":"hijack-dns"}""");
        rules.Should().Contain(rule => (string?)rule!["action"] == "sniff");
        servers.Select(server => (string)server!["tag"]!).Should().Contain((string)profile["dns"]!["final"]!);
        if (minor >= 12)
            servers.Select(server => (string)server!["tag"]!).Should().Contain((string)profile["route"]!["default_domain_resolver"]!);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Nothing_is_there_that_the_version_has_not(string agent, int minor)
    {
        var outbounds = Profile(agent)["outbounds"]!.AsArray();
        var types = outbounds.Select(outbound => (string)outbound!["type"]!).ToHashSet();

        types.Should().NotContain(["dns", "block"]).And.BeSubsetOf(["selector", "urltest", "direct", .. Fields.Keys]);
        types.Contains("anytls").Should().Be(minor >= 12);
        (outbounds.ToArray().Any(outbound => outbound!["tls"]?["certificate_public_key_sha256"] is not null)).Should().Be(minor >= 13);
        outbounds.ToArray().Where(outbound => outbound!["server"] is not null).Should().OnlyContain(outbound =>
            outbound!.AsObject().All(field => IsKnown((string)outbound["type"]!, field.Key)));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_block_is_switched_on_and_every_tag_is_there(string agent, int minor)
    {
        var profile = Profile(agent);
        var outbounds = profile["outbounds"]!.AsArray().Select(outbound => outbound!).ToList();
        var blocks = outbounds.Select(outbound => outbound["tls"]).OfType<JsonNode>()
            .SelectMany(tls => new[] { tls, tls["reality"], tls["utls"], tls["ech"] }).Concat(outbounds.Select(outbound => outbound["multiplex"]))
            .OfType<JsonNode>().ToList();

        blocks.Should().HaveCountGreaterThan(20, $"1.{minor}").And.OnlyContain(block => (bool)block["enabled"]!);
        outbounds.Where(outbound => outbound["tls"]?["reality"] is not null).Should().NotBeEmpty()
            .And.OnlyContain(outbound => outbound["tls"]!["utls"] != null);
        var tags = outbounds.Select(outbound => (string)outbound["tag"]!).ToList();
        tags.Should().OnlyHaveUniqueItems();
        outbounds.SelectMany(outbound => outbound["outbounds"]?.AsArray() ?? []).Select(tag => (string)tag!).Should().BeSubsetOf(tags);
        tags.Should().Contain((string)profile["route"]!["final"]!);
        outbounds.Where(outbound => outbound["server_ports"] is not null).Should().ContainSingle()
            .Which["server_ports"]!.ToJsonString().Should().Be("""["443:443","20000:50000"]""");
        outbounds.Where(outbound => (string?)outbound["transport"]?["type"] == "ws").Should()
            .NotContain(outbound => ((string)outbound["transport"]!["path"]!).Contains('?'));
    }

    private static JsonNode Profile(string agent) =>
        JsonNode.Parse(StandardProfiles.Render("sing-box", nodes: SampleServers.Nodes, agent: agent))!;

    private static bool IsKnown(string type, string field) => field is "type" or "tag" or "server" or "server_port" || Fields[type].Contains(field);
}
