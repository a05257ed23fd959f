namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>An outbound of sing-box, and what inbounds share with it.</summary>
internal static class SingBoxDialect
{
    public static Dialect Table { get; } = new Dialect("sing-box")
        .Object(Section.Root, "tls", Section.Tls, KeyReaders.IsTlsObject)
        .Keys(Section.Tls, KeyReaders.Flag(ProxyField.Tls), "enabled")
        .Keys(Section.Tls, KeyReaders.First(ProxyField.ServerName), "server_name", "sni", "servername", "peer")
        .Keys(Section.Tls, KeyReaders.Flag(ProxyField.SkipVerify), "insecure", "allow_insecure", "skip_cert_verify")
        .Keys(Section.Tls, KeyReaders.List(ProxyField.Alpn), "alpn")
        .Keys(Section.Tls, KeyReaders.Fingerprint, "fingerprint", "client_fingerprint", "fp")
        .Keys(Section.Tls, KeyReaders.Single(ProxyField.PublicKeyPin), "certificate_public_key_sha256")
        .Keys(Section.Root, KeyReaders.Single(ProxyField.PublicKeyPin), "certificate_public_key_sha256")
        .Object(Section.Tls, "utls", Section.Utls)
        .Keys(Section.Utls, KeyReaders.Flag(ProxyField.UtlsEnabled), "enabled")
        .Keys(Section.Utls, KeyReaders.Fingerprint, "fingerprint")
        .Object(Section.Tls, "ech", Section.Ech)
        .Keys(Section.Ech, KeyReaders.Flag(ProxyField.EchEnabled), "enabled")
        .Keys(Section.Ech, KeyReaders.Ech, "config")
        .Ignores(Section.Ech, "pq_signature_schemes_enabled", "dynamic_record_sizing_disabled", "key", "key_path", "config_path",
            "query_server_name")
        .Object(Section.Tls, "reality", Section.Reality)
        .Object(Section.Root, "reality", Section.Reality)
        .Keys(Section.Root, KeyReaders.Flag(ProxyField.Reality), "reality")
        .Keys(Section.Reality, KeyReaders.Flag(ProxyField.Reality), "enabled", "enable")
        .Keys(Section.Reality, KeyReaders.Text(ProxyField.PublicKey), "public_key", "pbk", "reality_public_key")
        .Keys(Section.Reality, KeyReaders.First(ProxyField.ShortId), "short_id", "sid", "reality_short_id")
        .Keys(Section.Reality, KeyReaders.Secret, "private_key")
        .Ignores(Section.Reality, "handshake", "max_time_difference")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.PublicKey), "public_key")
        .Keys(Section.Root, KeyReaders.First(ProxyField.ShortId), "short_id")
        .Keys(Section.Root, KeyReaders.Secret, "private_key")
        .Ignores(
            Section.Tls,
            "disable_sni", "min_version", "max_version", "cipher_suites", "curve_preferences", "certificate", "certificate_path", "key",
            "key_path", "kernel_tx", "kernel_rx", "acme", "fragment", "fragment_fallback_delay", "record_fragment", "certificate_provider")
        .Keys(Section.Root, KeyReaders.Network, "transport")
        .Object(Section.Root, "transport", Section.Transport)
        .Keys(Section.Transport, KeyReaders.Network, "type")
        .Keys(Section.Transport, KeyReaders.Text(ProxyField.ServiceName), "service_name")
        .Ignores(Section.Transport, "idle_timeout", "ping_timeout", "permit_without_stream", "method")
        .Object(Section.Root, "multiplex", Section.Multiplex)
        .Keys(Section.Multiplex, KeyReaders.Flag(ProxyField.MuxEnabled), "enabled")
        .Keys(Section.Multiplex, KeyReaders.Text(ProxyField.MuxProtocol), "protocol")
        .Keys(Section.Multiplex, KeyReaders.Number(ProxyField.MuxMaxConnections), "max_connections")
        .Keys(Section.Multiplex, KeyReaders.Number(ProxyField.MuxMinStreams), "min_streams")
        .Keys(Section.Multiplex, KeyReaders.Number(ProxyField.MuxMaxStreams), "max_streams")
        .Keys(Section.Multiplex, KeyReaders.Flag(ProxyField.MuxPadding), "padding")
        .Ignores(Section.Multiplex, "brutal", "brutal_opts", "statistic", "only_tcp")
        .Keys(Section.Root, KeyReaders.List(ProxyField.Ports), "server_ports")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Congestion), "congestion_control")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.ServerPort), "server_port")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.ListenPort), "listen_port")
        .Ignores(
            Section.Root,
            "tag", "users", "listen", "detour", "bind_interface", "inet4_bind_address", "inet6_bind_address", "tcp_fast_open",
            "tcp_multi_path", "udp_fragment", "udp_timeout", "udp_over_stream", "zero_rtt_handshake", "heartbeat", "auth_timeout",
            "domain_strategy", "domain_resolver", "connect_timeout", "masquerade", "managed", "brutal_debug", "hop_interval_max",
            "proxy_protocol", "sniff", "sniff_override_destination");
}
