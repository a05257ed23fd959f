namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>Xray's <c>streamSettings</c> with what stands around them, of outbounds and of inbounds.</summary>
internal static class XrayDialect
{
    public static Dialect Table { get; } = Transport(Tls(Outer(new Dialect("xray"))));

    private static Dialect Outer(Dialect dialect) => dialect
        .Object(Section.Root, "stream_settings", Section.Stream)
        .Object(Section.Root, "settings", Section.Settings)
        .Object(Section.Root, "mux", Section.Multiplex)
        .Keys(Section.Root, KeyReaders.Type, "protocol")
        .Keys(Section.Settings, KeyReaders.Decryption, "decryption")
        .Keys(Section.Root, KeyReaders.Decryption, "decryption")
        .Keys(Section.Settings, KeyReaders.Encryption, "encryption")
        .Keys(Section.Settings, KeyReaders.Text(ProxyField.Flow), "flow")
        .Keys(Section.Settings, KeyReaders.Text(ProxyField.Method), "method")
        .Keys(Section.Settings, KeyReaders.Text(ProxyField.Server), "address")
        .Keys(Section.Settings, KeyReaders.Text(ProxyField.Port), "port")
        .Ignores(Section.Settings, "clients", "users", "fallbacks", "network", "level", "email", "id", "password", "default", "detour")
        .Ignores(Section.Root, "listen", "sniffing", "allocate", "fallbacks", "clients", "send_through", "proxy_settings", "tag")
        .Keys(Section.Stream, KeyReaders.Network, "network", "method")
        .Keys(Section.Stream, KeyReaders.Security, "security")
        .Keys(Section.Stream, KeyReaders.FinalMask, "finalmask", "final_mask")
        .Ignores(Section.Stream, "sockopt", "address", "port")
        .Ignores(Section.Multiplex, "concurrency", "xudp_concurrency", "xudp_proxy_udp443");

    private static Dialect Tls(Dialect dialect)
    {
        foreach (var section in new[] { Section.Root, Section.Stream })
        {
            dialect.Object(section, "tls_settings", Section.Tls).Object(section, "reality_settings", Section.Reality);
        }

        return dialect
            .Keys(Section.Tls, KeyReaders.Ech, "ech_config_list")
            .Keys(Section.Tls, KeyReaders.Single(ProxyField.CertificatePin), "pinned_peer_cert_sha256")
            .Keys(Section.Tls, KeyReaders.List(ProxyField.VerifyNames), "verify_peer_cert_by_name", "verify_peer_cert_in_names")
            .Keys(
                Section.Tls,
                KeyReaders.Refused("is ignored by clients without a word: pin the certificate (pinnedPeerCertSha256)"),
                "pinned_peer_certificate_chain_sha256", "pinned_peer_certificate_sha256")
            .Ignores(
                Section.Tls,
                "reject_unknown_sni", "certificates", "disable_system_root", "enable_session_resumption", "curve_preferences",
                "master_key_log", "ech_server_keys", "ech_sockopt", "ech_force_query", "server_ports", "min_version", "max_version",
                "cipher_suites")
            .Keys(Section.Reality, KeyReaders.Text(ProxyField.PublicKey), "public_key", "password")
            .Keys(Section.Reality, KeyReaders.First(ProxyField.ShortId), "short_id", "short_ids")
            .Keys(Section.Reality, KeyReaders.First(ProxyField.ServerName), "server_name", "server_names", "sni")
            .Keys(Section.Reality, KeyReaders.Fingerprint, "fingerprint")
            .Keys(Section.Reality, KeyReaders.Text(ProxyField.SpiderX), "spider_x")
            .Keys(Section.Reality, KeyReaders.Text(ProxyField.Mldsa65Verify), "mldsa65_verify")
            .Keys(Section.Reality, KeyReaders.Secret, "private_key", "mldsa65_seed")
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
                .Object(section, "tcp_settings", Section.Transport, KeyReaders.SettingsOf(Transports.Tcp))
                .Object(section, "raw_settings", Section.Transport, KeyReaders.SettingsOf(Transports.Tcp))
                .Object(section, "ws_settings", Section.Transport, KeyReaders.SettingsOf(Transports.WebSocket))
                .Object(section, "grpc_settings", Section.Transport, KeyReaders.SettingsOf(Transports.Grpc))
                .Object(section, "httpupgrade_settings", Section.Transport, KeyReaders.SettingsOf(Transports.HttpUpgrade))
                .Object(section, "xhttp_settings", Section.Transport, KeyReaders.SettingsOf(Transports.Xhttp))
                .Object(section, "splithttp_settings", Section.Transport, KeyReaders.SettingsOf(Transports.Xhttp))
                .Object(section, "kcp_settings", Section.Transport, KeyReaders.SettingsOf(Transports.Kcp))
                .Object(section, "http_settings", Section.Transport, KeyReaders.SettingsOf(Transports.H2))
                .Object(section, "quic_settings", Section.Transport, KeyReaders.SettingsOf(Transports.Quic));
        }

        return dialect
            .Object(Section.Transport, "header", Section.Header)
            .Object(Section.Transport, "headers", Section.HttpHeaders)
            .Object(Section.Header, "request", Section.Request)
            .Object(Section.Request, "headers", Section.HttpHeaders)
            .Keys(Section.Header, KeyReaders.Text(ProxyField.HeaderType), "type")
            .Keys(Section.Request, KeyReaders.First(ProxyField.Path), "path")
            .Keys(Section.HttpHeaders, KeyReaders.First(ProxyField.Host), "host")
            .Ignores(
                Section.HttpHeaders,
                "user_agent", "accept_encoding", "accept", "accept_language", "connection", "pragma", "cache_control", "referer")
            .Ignores(Section.Request, "method", "version")
            .Ignores(Section.Header, "response", "domain")
            .Keys(Section.Transport, KeyReaders.Flag(ProxyField.GrpcMulti), "multi_mode")
            .Keys(Section.Transport, KeyReaders.Text(ProxyField.Authority), "authority")
            .Keys(Section.Transport, KeyReaders.Text(ProxyField.Seed), "seed")
            .Keys(Section.Transport, KeyReaders.Extra, "extra")
            .Ignores(
                Section.Transport,
                "accept_proxy_protocol", "heartbeat_period", "idle_timeout", "health_check_timeout", "permit_without_stream",
                "initial_windows_size", "user_agent", "read_idle_timeout", "mtu", "tti", "uplink_capacity", "downlink_capacity",
                "congestion", "read_buffer_size", "write_buffer_size", "sc_max_buffered_posts", "sc_stream_up_server_secs", "no_sse_header");
    }
}
