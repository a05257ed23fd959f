using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Clients;

/// <summary>What a client must take for a server to be delivered to it as it is, with every lock that it has.</summary>
internal static class Requirements
{
    /// <summary>Of each, one feature is enough.</summary>
    public static IEnumerable<string[]> Of(ProxyServer server)
    {
        var (protocol, tls, transport) = (server.Protocol, server.Tls, server.Transport);
        yield return [$"{protocol}/{transport.Kind}"];

        foreach (var feature in OfProtocol(server).Concat(OfTls(server)).Concat(OfTransport(server)))
            yield return [feature];

        // One pin is as good as the other.
        if (tls.IsPinned)
        {
            yield return
            [
                .. tls.CertificateSha256 is null ? Array.Empty<string>() : ["pin-certificate"],
                .. tls.PublicKeySha256 is null ? Array.Empty<string>() : ["pin-public-key"],
            ];
        }
    }

    private static IEnumerable<string> OfProtocol(ProxyServer server)
    {
        if (server.Protocol == ProxyProtocols.Shadowsocks && server.Method == "aes-192-gcm")
            yield return "shadowsocks-aes-192";
        if (server.Protocol == ProxyProtocols.Shadowsocks && server.Method.StartsWith("2022-", StringComparison.Ordinal))
            yield return "shadowsocks-2022";
        if (server.Plugin is { } plugin)
            yield return plugin.Kind == ProxyPlugin.Obfs ? "shadowsocks-obfs" : "shadowsocks-v2ray-plugin";
        if (server.Flow is { } flow)
            yield return flow == "xtls-rprx-vision" ? "vless-vision" : "vless-vision-udp443";
        if (server.Encryption is not null)
            yield return "vless-encryption";
        if (server.Ports is not null)
            yield return "hysteria2-hopping";
        if (server.Obfs is { } obfs)
            yield return $"hysteria2-{obfs.Type}";
        if (server.FinalMask is not null)
            yield return "finalmask";
    }

    private static IEnumerable<string> OfTls(ProxyServer server)
    {
        var tls = server.Tls;
        if (tls.Reality is { } reality)
        {
            yield return $"reality/{server.Protocol}";
            if (server.Transport.Kind != Transports.Tcp)
                yield return $"reality-over-{server.Transport.Kind}";
            if (reality.Mldsa65Verify is not null)
                yield return "reality-mldsa65";
        }

        if (tls.SkipsCheck && !tls.IsPinned)
            yield return $"unverified/{server.Protocol}";
        if (tls.VerifyNames is not null)
            yield return "verify-names";
        if (tls.Ech is { } ech)
            yield return ech.Contains("://", StringComparison.Ordinal) ? "ech-resolver" : "ech";
    }

    private static IEnumerable<string> OfTransport(ProxyServer server)
    {
        var transport = server.Transport;
        if (transport.Kind == Transports.Http && server.Tls.IsOn)
            yield return "http-over-tls";
        if (transport.Kind == Transports.H2 && !server.Tls.IsOn)
            yield return "h2-without-tls";
        if (transport.Path.Contains('?', StringComparison.Ordinal))
            yield return "path-query";
        if (transport.Kind == Transports.Grpc && transport.Authority is { } authority && authority != server.ServerName)
            yield return "grpc-authority";
        if (transport.Extra is not null)
            yield return "xhttp-extra";

        // What Xray has moved into its final mask; links have no other place that newer ones read.
        if (transport.Seed is not null || (transport.HeaderType is not null && transport.Kind is Transports.Kcp or Transports.Quic))
            yield return $"{transport.Kind}-disguise";
    }
}
