using FluentAssertions;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.Profiles.Formats;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.Clients;

/// <summary>Links that surgio does not read, by a reader that was written from the tables of v2rayN and v2rayNG.</summary>
public sealed class ShareLinkTests
{
    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var (name, _, _) in SampleServers.Kernels)
        {
            var server = SampleServers.Server(name);
            if (server.Protocol is not (ProxyProtocols.Shadowsocks or ProxyProtocols.Vmess)
                && ClientSupport.IsDelivered(server, ClientIdentities.Usual(ClientFamily.Links)))
                names.Add(name);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_link_says_all_that_the_server_is(string name)
    {
        var proxy = ForeignReaders.Proxy(name);
        var (server, tls, transport) = (proxy.Server, proxy.Server.Tls, proxy.Server.Transport);

        var link = ShareLinkReader.Read(ShareLink.Of(proxy));

        (link.Scheme, link.Host, link.Port, link.Name).Should().Be((server.Protocol, server.Host, server.Port, name));
        link.User.Should().Be(server.Protocol switch
        {
            ProxyProtocols.Vless => proxy.Credential.Uuid,
            ProxyProtocols.Tuic => $"{proxy.Credential.Uuid}:{proxy.Credential.Password}",
            _ => proxy.Credential.Password,
        });
        link["sni"].Should().Be(tls.IsOn ? server.ServerName : null);
        (link["pcs"] ?? link["pinSHA256"]).Should().Be(tls.CertificateSha256);
        link["vcn"].Should().Be(tls.VerifyNames);
        link["ech"].Should().Be(tls.Ech);
        (link["pbk"], link["spx"], link["pqv"]).Should().Be((tls.Reality?.PublicKey, tls.Reality?.SpiderX, tls.Reality?.Mldsa65Verify));
        (link["sid"] ?? "").Should().Be(tls.Reality?.ShortId ?? "");
        link["flow"].Should().Be(server.Flow);
        link["mport"].Should().Be(server.Ports);
        (link["obfs"], link["obfs-password"]).Should().Be((server.Obfs?.Type, server.Obfs?.Password));
        (link["insecure"] is not null).Should().Be(tls is { SkipsCheck: true, IsPinned: false });
        if (server.Protocol is ProxyProtocols.Vless or ProxyProtocols.Trojan)
        {
            link["type"].Should().Be(transport.Kind == Transports.Http ? "tcp" : transport.Kind);
            link["host"].Should().Be(transport.Host);
            link["mode"].Should().Be(transport.Mode);
            link["serviceName"].Should().Be(transport.Kind == Transports.Grpc ? transport.ServiceName : null);
        }
    }

    [Fact]
    public void The_reader_refuses_what_clients_would_not_read()
    {
        var insecure = () => ShareLinkReader.Read("vless://u@a.example.com:443?encryption=none&security=tls&type=tcp&allowInsecure=1#n");
        var vision = () => ShareLinkReader.Read("vless://u@a.example.com:443?encryption=none&security=tls&type=ws&flow=xtls-rprx-vision#n");

        insecure.Should().Throw<FormatException>();
        vision.Should().Throw<FormatException>();
    }
}
