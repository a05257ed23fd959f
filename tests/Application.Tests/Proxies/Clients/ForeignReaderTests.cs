using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.Profiles.Formats;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.Clients;

/// <summary>Profiles read by parsers that nobody here wrote.</summary>
public sealed partial class ForeignReaderTests(ForeignReaders readers) : IClassFixture<ForeignReaders>
{
    [Fact]
    public void Every_profile_of_mihomo_keeps_to_its_schema()
    {
        var profiles = readers.Answers["profiles"]!.AsArray();

        profiles.Should().HaveCount(5);
        foreach (var profile in profiles)
            profile!["errors"]!.ToJsonString().Should().Be("[]");

        var newest = profiles[2]!["types"]!.AsArray().Select(type => (string)type!).Distinct();
        newest.Should().BeEquivalentTo("ss", "vmess", "vless", "trojan", "hysteria2", "tuic", "anytls");
        profiles[0]!["names"]!.AsArray().Count.Should().BeLessThan(profiles[1]!["names"]!.AsArray().Count);
    }

    [Fact]
    public void Links_say_to_surgio_what_the_server_is()
    {
        foreach (var (name, read) in ForeignReaders.Linked.Zip(readers.Answers["links"]!.AsArray()))
        {
            var proxy = ForeignReaders.Proxy(name);
            var (server, node) = (proxy.Server, read!);

            ((string?)node["error"]).Should().BeNull(name);
            ((string)node["nodeName"]!).Should().Be(name);
            ((string)node["hostname"]!).Should().Be(server.Host);
            ((string)node["port"]!).Should().Be(server.Port.ToString(CultureInfo.InvariantCulture));
            switch (server.Protocol)
            {
                case ProxyProtocols.Shadowsocks:
                    ((string)node["method"]!).Should().Be(server.Method);
                    ((string)node["password"]!).Should().Be(proxy.ShadowsocksPassword);
                    ((string?)node["obfs"]).Should().Be(server.Plugin switch { null => null, { Kind: "obfs" } one => one.Mode, _ => "wss" });
                    ((string?)node["obfsHost"]).Should().Be(server.Plugin?.Host);
                    break;
                case ProxyProtocols.Trojan:
                    ((string)node["password"]!).Should().Be(proxy.Credential.Password);
                    ((string?)node["sni"]).Should().Be(server.ServerName);
                    node["skipCertVerify"].Should().BeNull();
                    break;
                default:
                    ShouldBeVmess(node, server, proxy.Credential.Uuid, name);
                    break;
            }
        }
    }

    [Fact]
    public void Lines_are_the_ones_that_surgio_writes()
    {
        var (surge, quantumult) = (readers.Answers["surge"]!.AsArray(), readers.Answers["quantumultX"]!.AsArray());
        for (var at = 0; at < ForeignReaders.Lines.Length; at++)
        {
            var name = ForeignReaders.Lines[at].Name;
            var proxy = ForeignReaders.Proxy(name);

            // surgio adds a User-Agent of its own to the headers of vmess.
            $"{name} = {SurgeProxy.Of(proxy)}".Should().Be(UserAgent().Replace((string)surge[at]!, ""), name);

            // surgio knows no pin of Quantumult X.
            if (proxy.Server.Tls.CertificateSha256 is null)
                QuantumultXServer.Of(proxy).Should().Be((string)quantumult[at]!, name);
        }
    }

    private static void ShouldBeVmess(JsonNode node, ProxyServer server, string uuid, string name)
    {
        ((string)node["uuid"]!).Should().Be(uuid);
        ((string)node["method"]!).Should().Be(server.Method);
        ((bool)node["tls"]!).Should().Be(server.Tls.IsOn, name);
        ((string)node["network"]!).Should().Be(server.Transport.Kind, name);
        ((string?)node["sni"]).Should().Be(server.Tls.IsOn ? server.ServerName : null, name);
        if (server.Transport.IsWebSocket)
            ((string)node["wsOpts"]!["headers"]!["Host"]!).Should().Be(server.Transport.Host);
    }

    [GeneratedRegex("user-agent:[^|\"]*\\|", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UserAgent();
}
