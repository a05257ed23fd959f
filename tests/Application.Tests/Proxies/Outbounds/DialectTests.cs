using FluentAssertions;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.Outbounds.Dialects;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.Outbounds;

/// <summary>The same server in the words of each program is the same server.</summary>
public sealed class DialectTests
{
    private const string Key = DeliveredEntry.PublicKey;
    private const string Pin = "AB:CD:EF:00:AB:CD:EF:00:AB:CD:EF:00:AB:CD:EF:00:AB:CD:EF:00:AB:CD:EF:00:AB:CD:EF:00:AB:CD:EF:00";

    [Theory]
    [InlineData("""{"tls":2,"flow":"xtls-rprx-vision","reality_settings":{"server_name":"www.example.com","public_key":"KEY","short_id":"6ba85179"}}""")]
    [InlineData("""{"tls":"2","flow":"xtls-rprx-vision","tls_settings":{"server_name":"www.example.com","public_key":"KEY","short_id":"6BA85179","server_port":"443"}}""")]
    [InlineData("""{"protocol":"vless","settings":{"clients":[],"decryption":"none","flow":"xtls-rprx-vision"},"streamSettings":{"network":"raw","security":"reality","realitySettings":{"serverNames":["www.example.com"],"publicKey":"KEY","shortIds":["6ba85179",""],"dest":"x:443","show":false}}}""")]
    [InlineData("""{"type":"vless","tls":true,"flow":"xtls-rprx-vision","servername":"www.example.com","client-fingerprint":"chrome","reality-opts":{"public-key":"KEY","short-id":"6ba85179"},"network":"tcp","udp":true}""")]
    [InlineData("""{"type":"vless","flow":"xtls-rprx-vision","tls":{"enabled":true,"server_name":"www.example.com","utls":{"enabled":true,"fingerprint":"chrome"},"reality":{"enabled":true,"public_key":"KEY","short_id":"6ba85179"}}}""")]
    [InlineData("""{"security":"reality","pbk":"KEY","sid":"6ba85179","sni":"www.example.com","fp":"chrome","flow":"xtls-rprx-vision","type":"tcp"}""")]
    [InlineData("""{"reality":{"publicKey":"KEY=","shortId":["6ba85179","02"]},"sni":"www.example.com","flow":"xtls-rprx-vision"}""")]
    public void Reality_reads_alike_in_every_dialect(string config)
    {
        var server = DeliveredEntry.Server("vless", config.Replace("KEY", Key, StringComparison.Ordinal));

        server.Tls.Reality.Should().Be(new RealityKey(Key, "6ba85179"));
        (server.Tls.Name, server.Tls.Fingerprint, server.Flow).Should().Be(("www.example.com", "chrome", "xtls-rprx-vision"));
        server.Transport.Kind.Should().Be("tcp");
    }

    [Theory]
    [InlineData("""{"tls":1,"network":"ws","networkSettings":{"path":"/ray?ed=2048","headers":{"Host":"cdn.example.com"}},"tlsSettings":{"serverName":"a.example.com"}}""")]
    [InlineData("""{"tls":1,"network":"ws","network_settings":{"path":"/ray?ed=2048","headers":{"Host":["cdn.example.com"]}},"tls_settings":{"server_name":"a.example.com"}}""")]
    [InlineData("""{"streamSettings":{"network":"ws","security":"tls","wsSettings":{"path":"/ray?ed=2048","host":"cdn.example.com"},"tlsSettings":{"serverName":"a.example.com"}}}""")]
    [InlineData("""{"tls":true,"network":"ws","ws-opts":{"path":"/ray","headers":{"Host":"cdn.example.com"},"max-early-data":2048,"early-data-header-name":"Sec-WebSocket-Protocol"},"servername":"a.example.com"}""")]
    [InlineData("""{"tls":{"enabled":true,"server_name":"a.example.com"},"transport":{"type":"ws","path":"/ray","headers":{"Host":"cdn.example.com"},"max_early_data":2048,"early_data_header_name":"Sec-WebSocket-Protocol"}}""")]
    [InlineData("""{"security":"tls","type":"ws","path":"/ray?ed=2048","host":"cdn.example.com","sni":"a.example.com"}""")]
    [InlineData("""{"security":"tls","type":"ws","path":"ray?ed=2048","host":["cdn.example.com"],"sni":"a.example.com"}""")]
    public void A_websocket_reads_alike_in_every_dialect(string config)
    {
        var server = DeliveredEntry.Server("vmess", config);

        server.Transport.Should().Be(new ProxyTransport("ws", "/ray", "cdn.example.com", "")
        {
            EarlyData = 2048, EarlyDataHeader = "Sec-WebSocket-Protocol",
        });
        (server.Tls.IsOn, server.Tls.Name, server.Method).Should().Be((true, "a.example.com", "auto"));
    }

    [Theory]
    [InlineData("""{"network":"grpc","tls":1,"network_settings":{"serviceName":"tun"}}""", "gun")]
    [InlineData("""{"streamSettings":{"network":"grpc","security":"tls","grpcSettings":{"serviceName":"tun","multiMode":true}}}""", "multi")]
    [InlineData("""{"network":"grpc","tls":true,"grpc-opts":{"grpc-service-name":"tun"}}""", "gun")]
    [InlineData("""{"tls":{"enabled":true},"transport":{"type":"grpc","service_name":"tun"}}""", "gun")]
    [InlineData("""{"security":"tls","type":"grpc","serviceName":"tun","mode":"multi"}""", "multi")]
    public void Grpc_reads_alike_in_every_dialect(string config, string mode)
    {
        var transport = DeliveredEntry.Server("vless", config).Transport;

        (transport.Kind, transport.ServiceName, transport.Mode).Should().Be(("grpc", "tun", mode));
    }

    [Theory]
    [InlineData("hysteria2", """{"obfs":"salamander","obfs-password":"secret","ports":"20000-30000","hop-interval":30,"up":"50 Mbps","down":"200 Mbps","sni":"a.example.com"}""")]
    [InlineData("hysteria", """{"version":2,"obfs":"salamander","obfs_password":"secret","port":"20000-30000","hop_interval":"30","up_mbps":50,"down_mbps":200,"server_name":"a.example.com","server_port":443}""")]
    [InlineData("hysteria", """{"protocol_settings":{"version":2,"obfs":{"open":true,"type":"salamander","password":"secret"},"bandwidth":{"up":50,"down":200},"tls":{"server_name":"a.example.com"},"hop_interval":30},"mport":"20000-30000"}""")]
    [InlineData("hy2", """{"type":"hysteria2","obfs":{"type":"salamander","password":"secret"},"server_ports":["20000:30000"],"hop_interval":"30s","up_mbps":50,"down_mbps":200,"tls":{"enabled":true,"server_name":"a.example.com"}}""")]
    public void Hysteria_reads_alike_in_every_dialect(string kernel, string config)
    {
        var server = DeliveredEntry.Server(kernel, config);

        server.Protocol.Should().Be("hysteria2");
        server.Obfs.Should().Be(new ProxyObfs("salamander", "secret"));
        (server.Ports, server.HopSeconds, server.UpMbps, server.DownMbps, server.Tls.Name).Should().Be(("20000-30000", 30, 50, 200, "a.example.com"));
    }

    [Theory]
    [InlineData("""{"fingerprint":"PIN","sni":"a.example.com"}""")]
    [InlineData("""{"tls":{"enabled":true,"server_name":"a.example.com"},"pinSHA256":"PIN"}""")]
    [InlineData("""{"pcs":"PIN","sni":"a.example.com"}""")]
    [InlineData("""{"streamSettings":{"security":"tls","tlsSettings":{"serverName":"a.example.com","pinnedPeerCertSha256":"PIN"}}}""")]
    public void A_pin_reads_alike_in_every_dialect(string config)
    {
        var tls = DeliveredEntry.Server("trojan", config.Replace("PIN", Pin, StringComparison.Ordinal)).Tls;

        tls.CertificateSha256.Should().Be(Pin.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant());
        tls.Fingerprint.Should().BeNull();
    }

    [Fact]
    public void What_is_set_of_tls_without_a_word_on_whether_it_is_on_means_that_it_is()
    {
        DeliveredEntry.Server("vless", """{"sni":"a.example.com"}""").Tls.IsOn.Should().BeTrue();
        DeliveredEntry.Server("vless", """{"tls":{"sni":"a.example.com"}}""").Tls.IsOn.Should().BeTrue();
        DeliveredEntry.Server("vless", """{"tls":0,"sni":"a.example.com"}""").Tls.IsOn.Should().BeFalse();
        DeliveredEntry.Server("vless", """{"tls":{"enabled":false,"server_name":"a.example.com"}}""").Tls.IsOn.Should().BeFalse();
        DeliveredEntry.Server("vless", "{}").Tls.IsOn.Should().BeFalse();
    }

    [Fact]
    public void Every_key_of_every_dialect_is_folded_and_none_is_both_read_and_ignored()
    {
        foreach (var dialect in DialectKeys.All)
        {
            var read = dialect.Readers.Keys.Concat(dialect.Objects.Keys).ToHashSet();
            read.Should().NotBeEmpty();
            dialect.Ignored.Should().NotBeEmpty().And.NotContain(key => read.Contains(key), dialect.Name);
            read.Concat(dialect.Ignored).Should().OnlyContain(key => DialectKeys.Fold(key.Item2) == key.Item2);
        }

        var anyone = DialectKeys.All.SelectMany(dialect => dialect.Readers.Keys).ToHashSet();
        DialectKeys.All.SelectMany(dialect => dialect.Ignored).Where(anyone.Contains)
            .Should().BeEmpty("a key that says something in one dialect cannot be skipped because another has no use for it");
    }
}
