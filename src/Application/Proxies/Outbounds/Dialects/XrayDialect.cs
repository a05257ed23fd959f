namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>Xray's <c>streamSettings</c> with what stands around them, of outbounds and of inbounds.</summary>
internal static class XrayDialect
{
    public static Dialect Table { get; } = Transport(Tls(Outer(new Dialect("xray"))));

    private static Dialect Outer(Dialect dialect) => dialect
        .Object(Section.Root, "stream_settings", Section.Stream)
        .Object(Section.Root, "settings", Section.Settings)
        .Object(Section.Root, "mux", Section.Multiplex)
        .Keys(Section.Root, Says.Type, "protocol")
        .Keys(Section.Settings, Says.Decryption, "decryption")
        .Keys(Section.Root, Says.Decryption, "decryption")
        .Keys(Section.Settings, Says.Encryption, "encryption")
        .Keys(Section.Settings, Says.Text(ProxyField.Flow), "flow")
        .Keys(Section.Settings, Says.Text(ProxyField.Method), "method")
        .Keys(Section.Settings, Says.Text(ProxyField.Server), "address")
        .Keys(Section.Settings, Says.Text(ProxyField.Port), "port")
        .Ignores(Section.Settings, "clients", "users", "fallbacks", "network", "level", "email", "id", "password", "default", "detour")
        .Ignores(Section.Root, "listen", "sniffing", "allocate", "fallbacks", "clients", "send_through", "proxy_settings", "tag")
        .Keys(Section.Stream, Says.Network, "network", "method")
        .Keys(Section.Stream, Says.Security, "security")
        .Keys(Section.Stream, Says.FinalMask, "finalmask", "final_mask")
        .Ignores(Section.Stream, "sockopt", "address", "port")
        .Ignores(Section.Multiplex, "concurrency", "xudp_concurrency", "xudp_proxy_udp443");

    private static Dialect Tls(Dialect dialect)
    {
        foreach (var section in new[] { Section.Root, Section.Stream })
        {
            dialect.Object(section, "tls_settings", Section.Tls).Object(section, "reality_settings", Section.Reality);
        }

        return dialect
            .Keys(Section.Tls, Says.Ech, "ech_config_list")
            .Keys(Section.Tls, Says.Single(ProxyField.CertificatePin), "pinned_peer_cert_sha256")
            .Keys(Section.Tls, Says.List(ProxyField.VerifyNames), "verify_peer_cert_by_name", "verify_peer_cert_in_names")
            .Keys(
                Section.Tls,
                Says.Refused("is ignored by clients without a word: pin the certificate (pinnedPeerCertSha256)"),
                "pinned_peer_certificate_chain_sha256", "pinned_peer_certificate_sha256")
            .Ignores(
                Section.Tls,
                "reject_unknown_sni", "certificates", "disable_system_root", "enable_session_resumption", "curve_preferences",
                "master_key_log", "ech_server_keys", "ech_sockopt", "ech_force_query", "server_ports", "min_version", "max_version",
                "cipher_suites")
            .Keys(Section.Reality, Says.Text(ProxyField.PublicKey), "public_key", "password")
            .Keys(Section.Reality, Says.First(ProxyField.ShortId), "short_id", "short_ids")
            .Keys(Section.Reality, Says.First(ProxyField.ServerName), "server_name", "server_names", "sni")
            .Keys(Section.Reality, Says.Fingerprint, "fingerprint")
            .Keys(Section.Reality, Says.Text(ProxyField.SpiderX), "spider_x")
            .Keys(Section.Reality, Says.Text(ProxyField.Mldsa65Verify), "mldsa65_verify")
            .Keys(Section.Reality, Says.Secret, "private_key", "mldsa65_seed")
            .Ignores(
                Section.Reality,
                "show", "dest", "target", "xver", "min_client_ver", "max_client_ver", "max_time_diff", "master_key_log",
                "limit_fallback_upload", "limit_fallback_download");
    }

    private static Dialect Transport(Dialect dialect)
    {
        foreach (var section in new[] { Section.Root, Section.Stream })
        {
            dialect
                .Object(section, "tcp_settings", Section.Transport, Says.SettingsOf(Transports.Tcp))
                .Object(section, "raw_settings", Section.Transport, Says.SettingsOf(Transports.Tcp))
                .Object(section, "ws_settings", Section.Transport, Says.SettingsOf(Transports.WebSocket))
                .Object(section, "grpc_settings", Section.Transport, Says.SettingsOf(Transports.Grpc))
                .Object(section, "httpupgrade_settings", Section.Transport, Says.SettingsOf(Transports.HttpUpgrade))
                .Object(section, "xhttp_settings", Section.Transport, Says.SettingsOf(Transports.Xhttp))
                .Object(section, "splithttp_settings", Section.Transport, Says.SettingsOf(Transports.Xhttp))
                .Object(section, "kcp_settings", Section.Transport, Says.SettingsOf(Transports.Kcp))
                .Object(section, "http_settings", Section.Transport, Says.SettingsOf(Transports.H2))
                .Object(section, "quic_settings", Section.Transport, Says.SettingsOf(Transports.Quic));
        }

        return dialect
            .Object(Section.Transport, "header", Section.Header)
            .Object(Section.Transport, "headers", Section.HttpHeaders)
            .Object(Section.Header, "request", Section.Request)
            .Object(Section.Request, "headers", Section.HttpHeaders)
            .Keys(Section.Header, Says.Text(ProxyField.HeaderType), "type")
            .Keys(Section.Request, Says.First(ProxyField.Path), "path")
            .Keys(Section.HttpHeaders, Says.First(ProxyField.Host), "host")
            .Ignores(
                Section.HttpHeaders,
                "user_agent", "accept_encoding", "accept", "accept_language", "connection", "pragma", "cache_control", "referer")
            .Ignores(Section.Request, "method", "version")
            .Ignores(Section.Header, "response", "domain")
            .Keys(Section.Transport, Says.Flag(ProxyField.GrpcMulti), "multi_mode")
            .Keys(Section.Transport, Says.Text(ProxyField.Authority), "authority")
            .Keys(Section.Transport, Says.Text(ProxyField.Seed), "seed")
            .Keys(Section.Transport, Says.Extra, "extra")
            .Ignores(
                Section.Transport,
                "accept_proxy_protocol", "heartbeat_period", "idle_timeout", "health_check_timeout", "permit_without_stream",
                "initial_windows_size", "user_agent", "read_idle_timeout", "mtu", "tti", "uplink_capacity", "downlink_capacity",
                "congestion", "read_buffer_size", "write_buffer_size", "sc_max_buffered_posts", "sc_stream_up_server_secs", "no_sse_header");
    }
}
