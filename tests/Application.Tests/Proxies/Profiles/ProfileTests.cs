using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.Profiles;
using VpsPanel.Domain.Sales.Subscriptions;
using Xunit;
using YamlDotNet.Serialization;

namespace VpsPanel.Application.Tests.Proxies.Profiles;

/// <summary>What clients of each kind read out of the profiles, whatever the nodes are called.</summary>
public sealed class ProfileTests
{
    private static readonly string[] Names = [.. StandardProfiles.Proxies(StandardProfiles.Nodes).Select(proxy => proxy.Name)];

    [Fact]
    public void Clash_reads_every_proxy_by_its_name_and_finds_it_in_the_groups()
    {
        var profile = Yaml(StandardProfiles.Render("clash"));

        var proxies = List(profile["proxies"]);
        proxies.Select(proxy => proxy["name"]).Should().Equal(Names);
        proxies.Select(proxy => proxy["type"]).Distinct().Should()
            .BeEquivalentTo(new object[] { "ss", "vmess", "vless", "trojan", "hysteria2" });
        proxies.Should().OnlyContain(proxy => int.Parse((string)proxy["port"]) > 0 && ((string)proxy["server"]).Length > 0);
        var groups = List(profile["proxy-groups"]);
        ((List<object>)groups[0]["proxies"]).Should().Equal(["Auto", .. Names]);
        ((List<object>)groups[1]["proxies"]).Should().Equal(Names);
        ((List<object>)profile["rules"])[^1].Should().Be("MATCH,Proxy");
        profile.Keys.Should().BeEquivalentTo("mixed-port", "allow-lan", "mode", "log-level", "proxies", "proxy-groups", "rules");
    }

    [Fact]
    public void Clash_gets_the_parameters_of_each_protocol()
    {
        var proxies = List(Yaml(StandardProfiles.Render("clash"))["proxies"]);

        var vless = proxies.First(proxy => (string)proxy["type"] == "vless" && proxy.ContainsKey("reality-opts"));
        vless["flow"].Should().Be("xtls-rprx-vision");
        vless["servername"].Should().Be("www.example.org");
        vless["client-fingerprint"].Should().Be("chrome");
        ((Dictionary<object, object>)vless["reality-opts"]).Should().Contain("public-key", "bqBb5wm8jKRXNMrTX7vCXtPGKMBe1oUVJ4ECmQiaUBc").And.Contain("short-id", "6ba85179");
        var vmess = proxies.First(proxy => (string)proxy["type"] == "vmess");
        ((Dictionary<object, object>)vmess["ws-opts"])["path"].Should().Be("/ray");
        ((Dictionary<object, object>)vmess["ws-opts"])["max-early-data"].Should().Be("2048");
        vmess["tls"].Should().Be("true");
        var trojan = proxies.First(proxy => (string)proxy["type"] == "trojan");
        trojan["skip-cert-verify"].Should().Be("true");
        ((Dictionary<object, object>)trojan["ws-opts"])["path"].Should().Be("/trojan");
        var hysteria = proxies.First(proxy => (string)proxy["type"] == "hysteria2" && proxy.ContainsKey("obfs"));
        hysteria["obfs-password"].Should().Be("s alt&1");
        hysteria["down"].Should().Be("200 Mbps");
    }

    [Fact]
    public void Sing_box_reads_an_outbound_for_every_proxy()
    {
        var outbounds = JsonNode.Parse(StandardProfiles.Render("sing-box"))!["outbounds"]!.AsArray();

        var tags = outbounds.Select(outbound => (string)outbound!["tag"]!).ToList();
        tags.Should().Equal(["Proxy", "Auto", .. Names, "DIRECT"]);
        tags.Should().OnlyHaveUniqueItems();
        outbounds[0]!["outbounds"]!.AsArray().Select(tag => (string)tag!).Should().Equal(["Auto", .. Names]);
        var reality = outbounds.First(outbound => outbound!["tls"]?["reality"] is not null)!["tls"]!;
        ((string)reality["server_name"]!).Should().Be("www.example.org");
        ((string)reality["utls"]!["fingerprint"]!).Should().Be("chrome");
        var v2022 = outbounds.First(outbound => (string?)outbound!["method"] == "2022-blake3-aes-128-gcm")!;
        ((string)v2022["server"]!).Should().Be("2001:db8::1");
        var keys = ((string)v2022["password"]!).Split(':');
        keys[0].Should().Be("c2VydmVyIGtleSBieXRlcw==");
        Convert.FromBase64String(keys[1]).Should().HaveCount(16);
    }

    [Fact]
    public void The_list_of_links_holds_an_address_for_every_proxy()
    {
        var links = StandardProfiles.Unpack(StandardProfiles.Render("base64")).Split('\n');

        // The unverified trojan has no link that Xray would start with.
        string[] names = [.. StandardProfiles.Nodes.For(ClientIdentities.Usual(ClientFamily.Links)).Select(named => named.Name)];
        names.Should().HaveCountGreaterThan(30).And.BeSubsetOf(Names);
        links.Should().HaveSameCount(names);
        links.Zip(names).Should().OnlyContain(pair => NameOf(pair.First) == pair.Second);
        links.Should().OnlyContain(link => link.StartsWith("vmess://", StringComparison.Ordinal) || !link.Contains('+'));
        var tunnel = new Uri(links.First(link => link.Contains("type=grpc", StringComparison.Ordinal)));
        tunnel.Query.Should().Contain("serviceName=tun%20nel").And.Contain("security=tls").And.Contain("encryption=none");
        Guid.TryParse(tunnel.UserInfo, out _).Should().BeTrue();
        links.First(
            link => link.StartsWith("ss://", StringComparison.Ordinal) && link.Contains("@[2001:db8::1]:8388", StringComparison.Ordinal))
            .Should().StartWith("ss://2022-blake3-aes-128-gcm:");
        var hysteria = new Uri(links.First(link => link.Contains("obfs=salamander", StringComparison.Ordinal)));
        hysteria.Query.Should().Contain("obfs-password=s%20alt%261");
    }

    [Fact]
    public void Surge_reads_sections_with_one_line_per_proxy()
    {
        var text = StandardProfiles.Render("surge");
        var sections = Ini(text);

        text.Should()
            .StartWith(
                "#!MANAGED-CONFIG https://shop.example.com/api/v1/subscriptions/the-token?client=surge interval=86400 strict=false\n");
        sections.Keys.Should().Equal("General", "Proxy", "Proxy Group", "Rule");
        var lines = sections["Proxy"].Select(line => line.Split(" = ", 2)).ToList();
        lines.Select(line => line[0]).Should().OnlyHaveUniqueItems();
        lines.Select(line => line[1].Split(", ")[0]).Distinct().Should().BeEquivalentTo("ss", "vmess", "trojan", "hysteria2");
        lines.Should().OnlyContain(line => line[1].Split(',', StringSplitOptions.None).Skip(3).All(option => option.Contains('=')));
        var members = sections["Proxy Group"].Single()["Proxy = select, ".Length..].Split(", ");
        members.Should().Equal([.. lines.Select(line => line[0]), "DIRECT"]);
        sections["Rule"][^1].Should().Be("FINAL,Proxy");
        StandardProfiles.Render("surge", siteUrl: "").Should().StartWith("[General]");
    }

    [Fact]
    public void Quantumult_X_reads_one_server_per_line()
    {
        var lines = StandardProfiles.Render("quantumultx").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Select(line => line[..line.IndexOf('=', StringComparison.Ordinal)]).Distinct()
            .Should().BeEquivalentTo("shadowsocks", "vmess", "trojan", "vless");
        var fields = lines.Select(line => line.Split(", ").Select(field => field.Split('=', 2)).ToList()).ToList();
        fields.Should().OnlyContain(line => line.All(field => field.Length == 2));
        fields.Select(line => line[^1][0]).Should().AllBe("tag");
        fields.Select(line => line[^1][1]).Should().OnlyHaveUniqueItems();
        lines.First(line => line.StartsWith("vmess", StringComparison.Ordinal)).Should()
            .Contain("obfs=wss, obfs-uri=/ray, obfs-host=cdn.example.com");
    }

    [Theory]
    [InlineData("clash")]
    [InlineData("sing-box")]
    [InlineData("base64")]
    [InlineData("surge")]
    [InlineData("quantumultx")]
    [InlineData("loon")]
    public void Who_may_not_use_it_gets_a_message_in_place_of_servers(string client)
    {
        var real = StandardProfiles.Proxies(StandardProfiles.Nodes)[0].Credential;
        foreach (var (owner, message) in new[]
        {
            (StandardProfiles.Owner with { Status = SubscriptionStatus.Disabled }, "Subscription disabled"),
            (StandardProfiles.Owner with { ExpiresAt = StandardProfiles.Now }, "Expired on 2026-01-31"),
            (StandardProfiles.Owner with { TrafficUsedBytes = 1L << 40 }, "Traffic used up"),
        })
        {
            var text = StandardProfiles.Render(client, owner);
            var all = client == "base64" ? NameOf(StandardProfiles.Unpack(text)) : text;

            all.Should().Contain(message);
            text.Should().NotContain(real.Uuid).And.NotContain(real.Password).And.NotContain("example.com:").And.NotContain("the-secret");
            if (client == "clash")
                List(Yaml(text)["proxies"]).Should().ContainSingle();
        }
    }

    [Fact]
    public void Without_servers_every_profile_still_holds_one_entry()
    {
        var empty = new NodeSet("0", [], []);

        List(Yaml(StandardProfiles.Render("clash", nodes: empty))["proxies"]).Single()["name"].Should().Be("No servers yet");
        JsonNode.Parse(StandardProfiles.Render("sing-box", nodes: empty))!["outbounds"]!.AsArray().Should().HaveCount(4);
    }

    [Fact]
    public void Credentials_differ_by_secret_node_and_protocol_and_stay_the_same_otherwise()
    {
        var one = Credential.For("secret", 1, "vless");

        Credential.For("secret", 1, "vless").Should().BeEquivalentTo(one);
        new[] { one, Credential.For("other", 1, "vless"), Credential.For("secret", 2, "vless"), Credential.For("secret", 1, "trojan") }
            .SelectMany(credential => new[] { credential.Uuid, credential.Password }).Should().OnlyHaveUniqueItems();
        Guid.Parse(one.Uuid).Version.Should().Be(4);
        one.Password.Should().HaveLength(32).And.MatchRegex("^[A-Za-z0-9_-]+$");
    }

    [Theory]
    [InlineData("http", "a:1", "{}")]
    [InlineData("vless", "", "{}")]
    [InlineData("vless", "a", "{}")]
    [InlineData("vless", "a:1", "{\"port\":70000}")]
    [InlineData("vless", "a:1", "not json")]
    [InlineData("trojan", "a:1", "{\"sni\":\"\\ud800\"}")]
    public void A_kernel_that_clients_cannot_use_is_left_out(string kernel, string endpoint, string config) =>
        ServerReader.Read(kernel, endpoint, config).Server.Should().BeNull();

    [Fact]
    public void A_value_that_a_line_cannot_hold_leaves_the_proxy_out_of_line_formats_only()
    {
        var server = ServerReader.Read("trojan", "a.example.com:443", """{"path":"/b,c=\"d\"","network":"ws"}""").Server!;
        var nodes = new NodeSet("1", [], [new NodeServer(1, "odd", "", "", server)]);

        Ini(StandardProfiles.Render("surge", nodes: nodes))["Proxy"].Should().ContainSingle().Which.Should().StartWith("No servers for this client = ss");
        StandardProfiles.Render("quantumultx", nodes: nodes).Should().Contain("tag=No servers for this client");
        ((Dictionary<object, object>)List(Yaml(StandardProfiles.Render("clash", nodes: nodes))["proxies"]).Single()["ws-opts"])["path"]
            .Should().Be("/b,c=\"d\"");
    }

    [Theory]
    [InlineData("surge", "No servers for this client")]
    [InlineData("quantumultx", "No servers for this client")]
    [InlineData("loon", "No servers for this client")]
    [InlineData("sing-box", "No servers for this client")]
    public void A_client_that_takes_none_of_the_servers_gets_an_entry_that_says_so(string client, string message)
    {
        var server = ServerReader.Read("vless", "a.example.com:443", """{"tls":true,"network":"xhttp"}""").Server!;
        var nodes = new NodeSet("1", [], [new NodeServer(1, "one", "", "", server)]);

        var text = StandardProfiles.Render(client, nodes: nodes);

        text.Should().Contain(message).And.NotContain("a.example.com");
        if (client == "surge")
            Ini(text)["Proxy Group"].Should().Equal("Proxy = select, No servers for this client");
        StandardProfiles.Render(
            client, nodes: nodes,
            variables: """{"language":{"value_type":"string","required":false,"description":"","default_value":"zh-CN"}}""")
            .Should().Contain("没有适用于此客户端的节点");
    }

    private static string NameOf(string link) => link.StartsWith("vmess://", StringComparison.Ordinal)
        ? (string)JsonNode.Parse(StandardProfiles.Unpack(link["vmess://".Length..]))!["ps"]!
        : Uri.UnescapeDataString(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]);

    private static Dictionary<string, object> Yaml(string text) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(text);

    private static List<Dictionary<string, object>> List(object node) =>
        [.. ((List<object>)node).Cast<Dictionary<object, object>>()
            .Select(map => map.ToDictionary(entry => (string)entry.Key, entry => entry.Value))];

    private static Dictionary<string, List<string>> Ini(string text)
    {
        var sections = new Dictionary<string, List<string>>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("#!", StringComparison.Ordinal)))
        {
            if (line.StartsWith('['))
                sections[line.Trim('[', ']')] = [];
            else
                sections.Last().Value.Add(line);
        }

        return sections;
    }
}
