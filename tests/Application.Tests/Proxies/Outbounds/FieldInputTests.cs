using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Outbounds;
using Xunit;
using static VpsPanel.Application.Tests.Proxies.Outbounds.DeliveredEntry;

namespace VpsPanel.Application.Tests.Proxies.Outbounds;

/// <summary>Configurations as they were seen in the wild, and what each client must get of them.</summary>
public sealed class FieldInputTests
{
    private const string Pin = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Encryption = "mlkem768x25519plus.native.0rtt.bqBb5wm8jKRXNMrTX7vCXtPGKMBe1oUVJ4ECmQiaUBc";

    [Fact]
    public void Xhttp_is_carried_by_links_and_mihomo_and_by_nobody_else()
    {
        const string Config = """{"network":"xhttp","path":"/xh","host":"cdn.example.com","mode":"stream-one","tls":{"sni":"a.example.com"}}""";

        var link = Parameters("vless", Config)!;
        link.Should().Contain("type", "xhttp").And.Contain("mode", "stream-one").And.Contain("path", "/xh").And.Contain("host", "cdn.example.com")
            .And.Contain("security", "tls").And.Contain("sni", "a.example.com");
        Clash("vless", Config)!["xhttp-opts"]!.ToJsonString().Should().Be("""{"path":"/xh","host":"cdn.example.com","mode":"stream-one"}""");
        Clash("vless", Config, "1.19.2").Should().BeNull();
        SingBoxEntry("vless", Config).Should().BeNull();
        Line(ClientFamily.QuantumultX, "vless", Config).Should().BeNull();
        Line(ClientFamily.Loon, "vless", Config).Should().BeNull();
    }

    [Theory]
    [InlineData("""{"tls":2,"flow":"xtls-rprx-vision","reality_settings":{"server_name":"www.example.com","public_key":"KEY","short_id":"01ba8517"}}""")]
    [InlineData("""{"flow":"xtls-rprx-vision","reality":{"publicKey":"KEY","shortId":"01ba8517"},"sni":"www.example.com"}""")]
    [InlineData("""{"flow":"xtls-rprx-vision","streamSettings":{"network":"tcp","security":"reality","realitySettings":{"serverName":"www.example.com","publicKey":"KEY","shortId":"01ba8517"}}}""")]
    public void Reality_reaches_every_client_that_has_it_with_a_fingerprint(string text)
    {
        var config = text.Replace("KEY", PublicKey, StringComparison.Ordinal);

        var link = Parameters("vless", config)!;
        link.Should().Contain("security", "reality").And.Contain("pbk", PublicKey).And.Contain("sid", "01ba8517").And.Contain("fp", "chrome")
            .And.Contain("sni", "www.example.com").And.Contain("flow", "xtls-rprx-vision");
        var clash = Clash("vless", config, "1.19.2")!;
        clash["reality-opts"]!.ToJsonString().Should().Be($$"""{"public-key":"{{PublicKey}}","short-id":"01ba8517"}""");
        ((string)clash["client-fingerprint"]!).Should().Be("chrome");
        ((bool)clash["tls"]!).Should().BeTrue();
        foreach (var version in new[] { "1.11.15", "1.12.12", "1.13.3", "1.14.1" })
        {
            var tls = SingBoxEntry("vless", config, version)!["tls"]!;
            tls["reality"]!.ToJsonString().Should().Be($$"""{"enabled":true,"public_key":"{{PublicKey}}","short_id":"01ba8517"}""");
            tls["utls"]!.ToJsonString().Should().Be("""{"enabled":true,"fingerprint":"chrome"}""");
        }

        Line(ClientFamily.QuantumultX, "vless", config).Should().Contain($"reality-base64-pubkey={PublicKey}, reality-hex-shortid=01ba8517")
            .And.Contain("vless-flow=xtls-rprx-vision");
        Line(ClientFamily.Loon, "vless", config).Should().Contain($"public-key=\"{PublicKey}\"").And.Contain("flow=xtls-rprx-vision");
        Line(ClientFamily.Surge, "vless", config).Should().BeNull();
    }

    [Fact]
    public void Early_data_leaves_the_path_where_the_client_has_a_field_for_it()
    {
        const string Config = """{"tls":true,"network":"ws","path":"/ray?ed=2560"}""";

        var transport = SingBoxEntry("vless", Config)!["transport"]!;
        transport.ToJsonString().Should().Be("""{"type":"ws","path":"/ray","max_early_data":2560,"early_data_header_name":"Sec-WebSocket-Protocol"}""");
        Clash("vless", Config)!["ws-opts"]!.ToJsonString().Should()
            .Be("""{"path":"/ray","max-early-data":2560,"early-data-header-name":"Sec-WebSocket-Protocol"}""");
        Parameters("vless", Config)!["path"].Should().Be("/ray?ed=2560");
    }

    [Fact]
    public void Encryption_of_vless_is_carried_by_links_and_mihomo_only()
    {
        var config = $$"""{"encryption":"{{Encryption}}"}""";

        Parameters("vless", config)!["encryption"].Should().Be(Encryption);
        ((string)Clash("vless", config)!["encryption"]!).Should().Be(Encryption);
        Clash("vless", config, "1.19.12").Should().BeNull();
        SingBoxEntry("vless", config).Should().BeNull();
        Line(ClientFamily.QuantumultX, "vless", config).Should().BeNull();
    }

    [Fact]
    public void The_obfuscation_of_shadowsocks_has_the_words_of_each_client()
    {
        const string Config = """{"plugin":"obfs","plugin_opts":{"mode":"http","host":"www.example.com"}}""";

        var clash = Clash("shadowsocks", Config, "1.19.2")!;
        ((string)clash["plugin"]!).Should().Be("obfs");
        clash["plugin-opts"]!.ToJsonString().Should().Be("""{"mode":"http","host":"www.example.com"}""");
        Parameters("shadowsocks", Config)!["plugin"].Should().Be("obfs-local;obfs=http;obfs-host=www.example.com");
        Line(ClientFamily.Surge, "shadowsocks", Config).Should().Contain("obfs=http, obfs-host=www.example.com");
        Line(ClientFamily.QuantumultX, "shadowsocks", Config).Should().Contain("obfs=http, obfs-host=www.example.com");
        var box = SingBoxEntry("shadowsocks", Config)!;
        ((string)box["plugin"]!).Should().Be("obfs-local");
        ((string)box["plugin_opts"]!).Should().Be("obfs=http;obfs-host=www.example.com");
    }

    [Fact]
    public void A_cipher_without_users_is_refused_by_the_names_of_those_that_have_them() =>
        ServerReader.Read("shadowsocks", Endpoint, """{"method":"2022-blake3-chacha20-poly1305"}""").Faults.Single().Message.Should()
            .Contain("2022-blake3-aes-128-gcm").And.Contain("2022-blake3-aes-256-gcm");

    [Fact]
    public void Hopping_has_the_words_of_each_client()
    {
        const string Config = """{"ports":"20000-50000"}""";

        ((string)Clash("hysteria2", Config, "1.19.2")!["ports"]!).Should().Be("20000-50000");
        var box = SingBoxEntry("hysteria2", Config, "1.11.0")!;
        box["server_ports"]!.ToJsonString().Should().Be("""["20000:50000"]""");
        box["server_port"].Should().BeNull();
        Parameters("hysteria2", Config)!["mport"].Should().Be("20000-50000");
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","allowInsecure":true""")]
    public void A_pinned_certificate_is_pinned_everywhere_and_never_insecure(string more)
    {
        var config = $$"""{"sni":"a.example.com","pcs":"{{Pin}}"{{more}}}""";

        Link("trojan", config).Should().Contain($"pcs={Pin}").And.NotContainEquivalentOf("insecure");
        var clash = Clash("trojan", config, "1.19.2")!;
        ((string)clash["fingerprint"]!).Replace(":", "", StringComparison.Ordinal).Should().Be(Pin);
        clash["skip-cert-verify"].Should().BeNull();
        clash["client-fingerprint"].Should().BeNull();
        SingBoxEntry("trojan", config).Should().BeNull();
        Line(ClientFamily.Surge, "trojan", config).Should().Contain($"server-cert-fingerprint-sha256={Pin}").And.NotContain("skip-cert-verify");

        var both = $$"""{"sni":"a.example.com","pcs":"{{Pin}}","certificate_public_key_sha256":["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="]{{more}}}""";
        var tls = SingBoxEntry("trojan", both, "1.13.0")!["tls"]!;
        tls["certificate_public_key_sha256"]!.ToJsonString().Should().Be("""["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="]""");
        tls["insecure"].Should().BeNull();
        SingBoxEntry("trojan", both, "1.12.12").Should().BeNull();
    }

    [Theory]
    [InlineData("vless", """{"tls":{"enabled":true,"insecure":true}}""")]
    [InlineData("vmess", """{"tls":true,"skip-cert-verify":true}""")]
    [InlineData("trojan", """{"allow_insecure":1}""")]
    public void An_unverified_node_without_a_pin_has_no_link(string kernel, string config)
    {
        Link(kernel, config).Should().BeNull();
        ((bool)Clash(kernel, config)!["skip-cert-verify"]!).Should().BeTrue();
        Link("hysteria2", """{"insecure":true}""").Should().Contain("insecure=1");
    }

    [Theory]
    [InlineData("tuic", """{"sni":"a.example.com","congestion_control":"bbr"}""", "1.19.2", "1.11.0")]
    [InlineData("anytls", """{"sni":"a.example.com"}""", "1.19.3", "1.12.0")]
    public void Tuic_and_anytls_reach_those_that_speak_them(string kernel, string config, string mihomo, string singBox)
    {
        ((string)Clash(kernel, config, mihomo)!["type"]!).Should().Be(kernel);
        ((string)SingBoxEntry(kernel, config, singBox)!["type"]!).Should().Be(kernel);
        Link(kernel, config).Should().StartWith($"{kernel}://").And.Contain("sni=a.example.com");
    }

    [Fact]
    public void An_old_client_gets_no_protocol_that_came_later()
    {
        Clash("anytls", "{}", "1.19.2").Should().BeNull();
        SingBoxEntry("anytls", "{}", "1.11.15").Should().BeNull();
    }

    [Theory]
    [InlineData("h2", "vless")]
    [InlineData("quic", "vless")]
    [InlineData("kcp", "vless")]
    public void A_transport_that_a_client_has_not_is_never_written_as_tcp(string network, string kernel)
    {
        var config = $$"""{"network":"{{network}}","tls":true}""";

        (Clash(kernel, config) is not null).Should().Be(network == "h2");
        (SingBoxEntry(kernel, config) is not null).Should().Be(network is "h2" or "quic");
        (Link(kernel, config) is not null).Should().Be(network == "kcp");
        Line(ClientFamily.QuantumultX, kernel, config).Should().BeNull();
        Line(ClientFamily.Loon, kernel, config).Should().BeNull();
    }

    [Fact]
    public void Grpc_keeps_its_service_and_its_mode()
    {
        const string Config = """{"network":"grpc","serviceName":"tun nel","mode":"multi","tls":true}""";

        Parameters("vless", Config).Should().Contain("type", "grpc").And.Contain("serviceName", "tun nel").And.Contain("mode", "multi");
        ((string)Clash("vless", Config)!["grpc-opts"]!["grpc-service-name"]!).Should().Be("tun nel");
        ((string)SingBoxEntry("vless", Config)!["transport"]!["service_name"]!).Should().Be("tun nel");
    }

    [Fact]
    public void Reality_that_is_switched_off_is_plain_tls_as_set()
    {
        var config = $$"""{"tls":{"enabled":true,"server_name":"a.example.com","reality":{"enabled":false,"public_key":"{{PublicKey}}","short_id":"01"} } }""";

        var tls = Server("vless", config).Tls;

        (tls.IsOn, tls.Reality, tls.Name).Should().Be((true, null, "a.example.com"));
    }

    [Fact]
    public void An_obfuscation_that_no_client_has_leaves_the_node_out()
    {
        const string Config = """{"obfs":{"type":"gecko","password":"secret"}}""";

        Clash("hysteria2", Config).Should().BeNull();
        SingBoxEntry("hysteria2", Config).Should().BeNull();
        Link("hysteria2", Config).Should().BeNull();
        Line(ClientFamily.Surge, "hysteria2", Config).Should().BeNull();
    }

    [Fact]
    public void Vmess_under_reality_has_no_link_and_reaches_mihomo_and_sing_box()
    {
        var config = $$"""{"security":"reality","pbk":"{{PublicKey}}","sid":"01","sni":"www.example.com"}""";

        Link("vmess", config).Should().BeNull();
        ((string?)Clash("vmess", config)!["reality-opts"]!["public-key"]).Should().Be(PublicKey);
        ((string?)SingBoxEntry("vmess", config)!["tls"]!["reality"]!["public_key"]).Should().Be(PublicKey);
    }

    [Fact]
    public void A_host_header_without_a_server_name_is_the_server_name_in_every_format()
    {
        const string Config = """{"tls":true,"network":"ws","path":"/a","host":"cdn.example.com"}""";

        ((string)Clash("vmess", Config)!["servername"]!).Should().Be("cdn.example.com");
        ((string)SingBoxEntry("vmess", Config)!["tls"]!["server_name"]!).Should().Be("cdn.example.com");
        Parameters("vless", Config)!["sni"].Should().Be("cdn.example.com");
        var vmess = Encoding.UTF8.GetString(Convert.FromBase64String(Link("vmess", Config)!["vmess://".Length..]));
        ((string)JsonNode.Parse(vmess)!["sni"]!).Should().Be("cdn.example.com");
        Line(ClientFamily.Surge, "vmess", Config).Should().Contain("sni=cdn.example.com");
        Line(ClientFamily.QuantumultX, "vmess", Config).Should().Contain("obfs-host=cdn.example.com");
        Line(ClientFamily.Loon, "vmess", Config).Should().Contain("tls-name=cdn.example.com");
    }

    [Fact]
    public void Locks_that_only_links_carry_are_there_in_full()
    {
        var pqv = Convert.ToBase64String(new byte[1952]).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var reality = $$"""{"security":"reality","pbk":"{{PublicKey}}","sid":"01","sni":"www.example.com","spx":"/a?b","pqv":"{{pqv}}"}""";
        Parameters("vless", reality).Should().Contain("pqv", pqv).And.Contain("spx", "/a?b");
        Clash("vless", reality).Should().BeNull();
        SingBoxEntry("vless", reality).Should().BeNull();

        const string Names = """{"tls":true,"sni":"a.example.com","vcn":"b.example.com,c.example.com"}""";
        Parameters("vless", Names).Should().Contain("vcn", "b.example.com,c.example.com");
        Clash("vless", Names).Should().BeNull();
        SingBoxEntry("vless", Names).Should().BeNull();

        const string Extra = """{"tls":true,"network":"xhttp","extra":{"xPaddingBytes":"100-1000"}}""";
        Parameters("vless", Extra).Should().Contain("extra", """{"xPaddingBytes":"100-1000"}""").And.Contain("mode", "auto");
        Clash("vless", Extra).Should().BeNull();
    }

    [Fact]
    public void Encrypted_hello_is_base64_to_some_and_pem_to_sing_box()
    {
        const string Config = """{"tls":{"enabled":true,"server_name":"a.example.com","ech":{"enabled":true,"config":["-----BEGIN ECH CONFIGS-----","AEX+DQBB","-----END ECH CONFIGS-----"]}}}""";

        SingBoxEntry("vless", Config)!["tls"]!["ech"]!.ToJsonString().Should().Contain("BEGIN ECH CONFIGS").And.Contain("\"enabled\":true");
        Clash("vless", Config)!["ech-opts"]!.ToJsonString().Should().Contain("\"enable\":true");
        ((string)Clash("vless", Config)!["ech-opts"]!["config"]!).Should().Be("AEX+DQBB");
        Clash("vless", Config, "1.19.8").Should().BeNull();
        Parameters("vless", Config)!["ech"].Should().Be("AEX+DQBB");
        Line(ClientFamily.Loon, "vless", Config).Should().BeNull();
    }
}
