using FluentAssertions;
using VpsPanel.Application.Proxies.Nodes;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Domain.Proxies.Nodes;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.Outbounds;

/// <summary>What is refused when a kernel is saved, with the keys that are named.</summary>
public sealed class KernelFaultTests
{
    private const string Key = DeliveredEntry.PublicKey;

    [Theory]
    [InlineData("vless", """{"tls":"on"}""", "config.tls")]
    [InlineData("vless", """{"security":"xtls"}""", "config.security")]
    [InlineData("vless", """{"tls":3}""", "config.tls")]
    [InlineData("vmess", """{"streamSettings":{"security":"yes"}}""", "config.streamSettings.security")]
    [InlineData("vless", """{"tls":{"enabled":"maybe"}}""", "config.tls.enabled")]
    [InlineData("trojan", """{"tls":0}""", "config.tls")]
    [InlineData("hysteria2", """{"security":"none"}""", "config.security")]
    [InlineData("shadowsocks", """{"tls":true}""", "config.tls")]
    public void Words_of_security_that_are_not_understood_are_refused(string kernel, string config, string key) =>
        Keys(kernel, config).Should().Equal(key);

    [Theory]
    [InlineData("vless", """{"tls":true,"sni":"a.example.com","fnord":1}""", "config.fnord")]
    [InlineData("vless", """{"tls":{"enabled":true,"fnord":1}}""", "config.tls.fnord")]
    [InlineData("vless", """{"streamSettings":{"wsSettings":{"headers":{"X-Odd":"1"}}}}""", "config.streamSettings.wsSettings.headers.X-Odd")]
    [InlineData("vless", """{"reality-opts":{"fnord":null}}""", "config.reality-opts.fnord")]
    [InlineData("hysteria2", """{"obfs":{"salt":"1"}}""", "config.obfs.salt")]
    public void A_key_that_no_dialect_knows_is_named(string kernel, string config, string key)
    {
        var reading = ServerReader.Read(kernel, DeliveredEntry.Endpoint, config);

        reading.Server.Should().BeNull();
        reading.Faults.Should().Contain(fault => fault.Code == KernelFault.UnknownKey && fault.Keys.Contains(key));
    }

    [Theory]
    [InlineData("vless", """{"tls":true,"sni":"a.example.com","servername":"b.example.com"}""", "config.sni", "config.servername")]
    [InlineData("vless", """{"tls":{"enabled":true,"server_name":"a.example.com"},"sni":"b.example.com"}""", "config.tls.server_name", "config.sni")]
    [InlineData("vless", """{"security":"none","tls":true}""", "config.security", "config.tls")]
    [InlineData("vless", """{"security":"tls","pbk":"bqBb5wm8jKRXNMrTX7vCXtPGKMBe1oUVJ4ECmQiaUBc"}""", "config.security", "config.pbk")]
    [InlineData("vless", """{"tls":0,"reality_settings":{"public_key":"bqBb5wm8jKRXNMrTX7vCXtPGKMBe1oUVJ4ECmQiaUBc"}}""", "config.tls", "config.reality_settings.public_key")]
    [InlineData("vless", """{"tls":true,"network":"ws","grpc-opts":{"grpc-service-name":"a"}}""", "config.network", "config.grpc-opts")]
    [InlineData("vless", """{"tls":true,"network":"ws","ws-opts":{"path":"/a?ed=100","max-early-data":200}}""", "config.ws-opts.max-early-data", "config.ws-opts.path")]
    [InlineData("vless", """{"tls":true,"server":"other.example.com"}""", "endpoint", "config.server")]
    [InlineData("vless", """{"tls":true,"flow":"xtls-rprx-vision","settings":{"flow":"none"}}""", "config.flow", "config.settings.flow")]
    public void Two_keys_that_disagree_are_both_named(string kernel, string config, string one, string other) =>
        ServerReader.Read(kernel, DeliveredEntry.Endpoint, config).Faults
            .Should().Contain(fault => fault.Code == KernelFault.KeysDisagree && fault.Keys.SequenceEqual(new[] { one, other }));

    [Theory]
    [InlineData("vless", """{"security":"reality"}""", "config.security")]
    [InlineData("vless", """{"tls":2}""", "config.tls")]
    [InlineData("vless", """{"reality":{"public_key":"short"}}""", "config.reality.public_key")]
    [InlineData("vless", """{"reality":{"public_key":"KEY","short_id":"abc"}}""", "config.reality.short_id")]
    [InlineData("vless", """{"reality":{"public_key":"KEY","short_id":"xy"}}""", "config.reality.short_id")]
    [InlineData("vless", """{"reality":{"public_key":"KEY","short_id":"0123456789abcdef01"}}""", "config.reality.short_id")]
    [InlineData("vless", """{"reality":{"public_key":"KEY"},"network":"ws"}""", "config.network")]
    [InlineData("vless", """{"reality":{"public_key":"KEY"},"network":"tcp","tcpSettings":{"header":{"type":"http"}}}""", "config.network")]
    [InlineData("vless", """{"reality":{"public_key":"KEY"},"fp":"android"}""", "config.fp")]
    [InlineData("vless", """{"reality":{"public_key":"KEY"},"pcs":"0000000000000000000000000000000000000000000000000000000000000000"}""", "config.pcs")]
    [InlineData("vless", """{"reality":{"public_key":"KEY","mldsa65Verify":"abc"}}""", "config.reality.mldsa65Verify")]
    [InlineData("vless", """{"tls":true,"fp":"netscape"}""", "config.fp")]
    [InlineData("vless", """{"flow":"xtls-rprx-vision"}""", "config.flow")]
    [InlineData("vless", """{"tls":true,"flow":"xtls-rprx-direct"}""", "config.flow")]
    [InlineData("vless", """{"tls":true,"flow":"xtls-rprx-vision","network":"ws"}""", "config.flow")]
    [InlineData("trojan", """{"flow":"xtls-rprx-vision"}""", "config.flow")]
    [InlineData("vless", """{"encryption":"mlkem512.native.0rtt.abc"}""", "config.encryption")]
    [InlineData("vless", """{"settings":{"decryption":"mlkem768x25519plus.native.600s.secret"}}""", "config.settings.decryption")]
    [InlineData("vless", """{"tls":true,"pcs":"abc"}""", "config.pcs")]
    [InlineData("vless", """{"tls":{"enabled":true,"certificate_public_key_sha256":["abc"]}}""", "config.tls.certificate_public_key_sha256")]
    [InlineData("vless", """{"tlsSettings":{"pinnedPeerCertificateChainSha256":["abc"]},"tls":1}""", "config.tlsSettings.pinnedPeerCertificateChainSha256")]
    [InlineData("vless", """{"tls":true,"sni":"b, c"}""", "config.sni")]
    [InlineData("vless", """{"tls":true,"network":"carrier-pigeon"}""", "config.network")]
    [InlineData("vless", """{"tls":true,"network":"http"}""", "config.network")]
    [InlineData("vless", """{"tls":true,"network":"xhttp","mode":"upstream"}""", "config.mode")]
    [InlineData("vless", """{"tls":true,"port":70000}""", "config.port")]
    [InlineData("vless", """{"tls":true,"port":"20000-30000"}""", "config.port")]
    [InlineData("vless", """{"tls":true,"alpn":"h2 http"}""", "config.alpn")]
    [InlineData("shadowsocks", """{"method":"2022-blake3-chacha20-poly1305"}""", "config.method")]
    [InlineData("shadowsocks", """{"method":"rc4-md5"}""", "config.method")]
    [InlineData("shadowsocks", """{"method":"2022-blake3-aes-256-gcm","server_key":"c2VydmVyIGtleSBieXRlcw=="}""", "config.server_key")]
    [InlineData("shadowsocks", """{"plugin":"shadow-tls"}""", "config.plugin")]
    [InlineData("shadowsocks", """{"plugin":"obfs","plugin_opts":{"mode":"ws"}}""", "config.plugin_opts.mode")]
    [InlineData("vmess", """{"cipher":"aes-256-cfb"}""", "config.cipher")]
    [InlineData("vmess", """{"alterId":4}""", "config.alterId")]
    [InlineData("hysteria2", """{"obfs":"salamander","obfs-password":"abc"}""", "config.obfs-password")]
    [InlineData("hysteria2", """{"obfs":"xplus","obfs-password":"abcd"}""", "config.obfs")]
    [InlineData("hysteria2", """{"ports":"50000-20000"}""", "config.ports")]
    [InlineData("hysteria2", """{"network":"ws"}""", "config.network")]
    [InlineData("tuic", """{"version":4}""", "config.version")]
    [InlineData("tuic", """{"congestion_control":"reno"}""", "config.congestion_control")]
    public void A_value_that_some_client_refuses_is_refused(string kernel, string config, string key) =>
        Keys(kernel, config.Replace("KEY", Key, StringComparison.Ordinal)).Should().Equal(key);

    [Fact]
    public void The_servers_own_key_is_refused_with_words_that_ask_for_the_public_one()
    {
        var state = new KernelState(
            "vless", DeliveredEntry.Endpoint, "",
            """{"streamSettings":{"security":"reality","realitySettings":{"privateKey":"sQ1kZbM3Jm6w1p0yD9mTq2o4B7uXKfYVbN8cE5aRtGs","serverNames":["a.example.com"],"shortIds":["01"]}}}""");

        var fault = KernelCheck.Fault(state)!;

        fault.Details!.Keys.Should().Contain("config.streamSettings.realitySettings.privateKey");
        fault.Details.Values.SelectMany(texts => texts).Should().Contain(text => text.Contains("public_key", StringComparison.Ordinal))
            .And.NotContain(text => text.Contains("sQ1k", StringComparison.Ordinal));
    }

    [Fact]
    public void Secrets_of_servers_are_not_stored_with_what_a_kernel_tells()
    {
        var config = KernelSecrets.Without(
            """{"users":[{"privateKey":"p1"}],"reality":{"PRIVATE-KEY":"p2","mldsa65Seed":"p3","public_key":"k"},"settings":{"decryption":"mlkem.p4"},"decryption":"none"}""");

        config.Should().Be("""{"users":[{}],"reality":{"public_key":"k"},"settings":{},"decryption":"none"}""");
        KernelSecrets.Without("""{"a":1,"b":"你"}""").Should().Be("""{"a":1,"b":"你"}""");
    }

    [Theory]
    [InlineData("node.example.com")]
    [InlineData("")]
    [InlineData("a b")]
    public void An_endpoint_without_a_port_is_refused(string endpoint)
    {
        ServerReader.Read("vless", endpoint, """{"tls":true}""").Faults.Should().Contain(fault => fault.Keys.Contains("endpoint"));
        ServerReader.Read("hysteria2", "node.example.com", """{"ports":"20000-30000"}""").Server!.Port.Should().Be(20_000);
        ServerReader.Read("vless", "", """{"tls":true,"server":"node.example.com","server_port":443}""").Server!.Authority.Should().Be("node.example.com:443");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"sni\":\"\\ud800\"}")]
    public void Text_that_is_no_configuration_is_refused(string config) =>
        ServerReader.Read("trojan", DeliveredEntry.Endpoint, config).Faults.Should().ContainSingle();

    [Theory]
    [InlineData("http")]
    [InlineData("grpc")]
    [InlineData("hysteria")]
    public void A_protocol_that_no_client_speaks_is_not_judged(string kernel) =>
        ServerReader.Read(kernel, "", """{"b":1}""").Should().BeEquivalentTo(new { Server = (object?)null, Faults = Array.Empty<object>() });

    private static IEnumerable<string> Keys(string kernel, string config) =>
        ServerReader.Read(kernel, DeliveredEntry.Endpoint, config).Faults.SelectMany(fault => fault.Keys).Distinct();
}
