namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>An outbound of sing-box, and what inbounds share with it.</summary>
internal static class SingBoxDialect
{
    public static Dialect Table { get; } = new Dialect("sing-box")
        .Object(Section.Root, "tls", Section.Tls, Says.IsTlsObject)
        .Keys(Section.Tls, Says.Flag(ProxyField.Tls), "enabled")
        .Keys(Section.Tls, Says.First(ProxyField.ServerName), "server_name", "sni", "servername", "peer")
        .Keys(Section.Tls, Says.Flag(ProxyField.SkipVerify), "insecure", "allow_insecure", "skip_cert_verify")
        .Keys(Section.Tls, Says.List(ProxyField.Alpn), "alpn")
        .Keys(Section.Tls, Says.Fingerprint, "fingerprint", "client_fingerprint", "fp")
        .Keys(Section.Tls, Says.Single(ProxyField.PublicKeyPin), "certificate_public_key_sha256")
        .Keys(Section.Root, Says.Single(ProxyField.PublicKeyPin), "certificate_public_key_sha256")
        .Object(Section.Tls, "utls", Section.Utls)
        .Keys(Section.Utls, Says.Flag(ProxyField.UtlsEnabled), "enabled")
        .Keys(Section.Utls, Says.Fingerprint, "fingerprint")
        .Object(Section.Tls, "ech", Section.Ech)
        .Keys(Section.Ech, Says.Flag(ProxyField.EchEnabled), "enabled")
        .Keys(Section.Ech, Says.Ech, "config")
        .Ignores(Section.Ech, "pq_signature_schemes_enabled", "dynamic_record_sizing_disabled", "key", "key_path", "config_path",
            "query_server_name")
        .Object(Section.Tls, "reality", Section.Reality)
        .Object(Section.Root, "reality", Section.Reality)
        .Keys(Section.Root, Says.Flag(ProxyField.Reality), "reality")
        .Keys(Section.Reality, Says.Flag(ProxyField.Reality), "enabled", "enable")
        .Keys(Section.Reality, Says.Text(ProxyField.PublicKey), "public_key", "pbk", "reality_public_key")
        .Keys(Section.Reality, Says.First(ProxyField.ShortId), "short_id", "sid", "reality_short_id")
        .Keys(Section.Reality, Says.Secret, "private_key")
        .Ignores(Section.Reality, "handshake", "max_time_difference")
        .Keys(Section.Root, Says.Text(ProxyField.PublicKey), "public_key")
        .Keys(Section.Root, Says.First(ProxyField.ShortId), "short_id")
        .Keys(Section.Root, Says.Secret, "private_key")
        .Ignores(
            Section.Tls,
            "disable_sni", "min_version", "max_version", "cipher_suites", "curve_preferences", "certificate", "certificate_path", "key",
            "key_path", "kernel_tx", "kernel_rx", "acme", "fragment", "fragment_fallback_delay", "record_fragment", "certificate_provider")
        .Keys(Section.Root, Says.Network, "transport")
        .Object(Section.Root, "transport", Section.Transport)
        .Keys(Section.Transport, Says.Network, "type")
        .Keys(Section.Transport, Says.Text(ProxyField.ServiceName), "service_name")
        .Ignores(Section.Transport, "idle_timeout", "ping_timeout", "permit_without_stream", "method")
        .Object(Section.Root, "multiplex", Section.Multiplex)
        .Keys(Section.Multiplex, Says.Flag(ProxyField.MuxEnabled), "enabled")
        .Keys(Section.Multiplex, Says.Text(ProxyField.MuxProtocol), "protocol")
        .Keys(Section.Multiplex, Says.Number(ProxyField.MuxMaxConnections), "max_connections")
        .Keys(Section.Multiplex, Says.Number(ProxyField.MuxMinStreams), "min_streams")
        .Keys(Section.Multiplex, Says.Number(ProxyField.MuxMaxStreams), "max_streams")
        .Keys(Section.Multiplex, Says.Flag(ProxyField.MuxPadding), "padding")
        .Ignores(Section.Multiplex, "brutal", "brutal_opts", "statistic", "only_tcp")
        .Keys(Section.Root, Says.List(ProxyField.Ports), "server_ports")
        .Keys(Section.Root, Says.Text(ProxyField.Congestion), "congestion_control")
        .Keys(Section.Root, Says.Text(ProxyField.ServerPort), "server_port")
        .Keys(Section.Root, Says.Text(ProxyField.ListenPort), "listen_port")
        .Ignores(
            Section.Root,
            "tag", "users", "listen", "detour", "bind_interface", "inet4_bind_address", "inet6_bind_address", "tcp_fast_open",
            "tcp_multi_path", "udp_fragment", "udp_timeout", "udp_over_stream", "zero_rtt_handshake", "heartbeat", "auth_timeout",
            "domain_strategy", "domain_resolver", "connect_timeout", "masquerade", "managed", "brutal_debug", "hop_interval_max",
            "proxy_protocol", "sniff", "sniff_override_destination");
}
