namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>An entry of <c>proxies</c> of Clash and mihomo.</summary>
internal static class ClashDialect
{
    public static Dialect Table { get; } = new Dialect("clash")
        .Keys(Section.Root, KeyReaders.Tls, "tls")
        .Keys(Section.Root, KeyReaders.First(ProxyField.ServerName), "sni", "servername")
        .Keys(Section.Root, KeyReaders.Flag(ProxyField.SkipVerify), "skip_cert_verify")
        .Keys(Section.Root, KeyReaders.List(ProxyField.Alpn), "alpn")
        .Keys(Section.Root, KeyReaders.Fingerprint, "fingerprint", "client_fingerprint")
        .Object(Section.Root, "reality_opts", Section.Reality)
        .Object(Section.Root, "ech_opts", Section.Ech)
        .Keys(Section.Ech, KeyReaders.Flag(ProxyField.EchEnabled), "enable", "enabled")
        .Keys(Section.Ech, KeyReaders.Ech, "config")
        .Ignores(Section.Reality, "support_x25519mlkem768")
        .Keys(Section.Root, KeyReaders.Network, "network")
        .Object(Section.Root, "ws_opts", Section.Transport, KeyReaders.SettingsOf(Transports.WebSocket))
        .Object(Section.Root, "grpc_opts", Section.Transport, KeyReaders.SettingsOf(Transports.Grpc))
        .Object(Section.Root, "h2_opts", Section.Transport, KeyReaders.SettingsOf(Transports.H2))
        .Object(Section.Root, "http_opts", Section.Transport, KeyReaders.SettingsOf(Transports.Http))
        .Object(Section.Root, "xhttp_opts", Section.Transport, KeyReaders.SettingsOf(Transports.Xhttp))
        .Object(Section.Transport, "headers", Section.HttpHeaders)
        .Keys(Section.Transport, KeyReaders.Text(ProxyField.ServiceName), "grpc_service_name")
        .Keys(Section.Transport, KeyReaders.First(ProxyField.Path), "path")
        .Keys(Section.Transport, KeyReaders.First(ProxyField.Host), "host")
        .Keys(Section.Transport, KeyReaders.Text(ProxyField.Mode), "mode")
        .Keys(Section.Transport, KeyReaders.Number(ProxyField.EarlyData), "max_early_data")
        .Keys(Section.Transport, KeyReaders.Text(ProxyField.EarlyDataHeader), "early_data_header_name")
        .Keys(Section.Transport, KeyReaders.Flag(ProxyField.HttpUpgrade), "v2ray_http_upgrade")
        .Ignores(Section.Transport, "v2ray_http_upgrade_fast_open", "method", "ping_interval", "grpc_user_agent", "max_connections",
            "min_streams", "max_streams")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Method), "cipher")
        .Keys(Section.Root, KeyReaders.Number(ProxyField.AlterId), "alter_id", "alterid")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Plugin), "plugin")
        .Object(Section.Root, "plugin_opts", Section.Plugin)
        .Keys(Section.Plugin, KeyReaders.Text(ProxyField.PluginMode), "mode")
        .Keys(Section.Plugin, KeyReaders.Text(ProxyField.PluginHost), "host")
        .Keys(Section.Plugin, KeyReaders.Text(ProxyField.PluginPath), "path")
        .Keys(Section.Plugin, KeyReaders.Flag(ProxyField.PluginTls), "tls")
        .Ignores(Section.Plugin, "mux")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Ports), "ports")
        .Keys(Section.Root, KeyReaders.Seconds(ProxyField.HopSeconds), "hop_interval")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.ObfsPassword), "obfs_password")
        .Keys(Section.Root, KeyReaders.Mbps(ProxyField.UpMbps), "up")
        .Keys(Section.Root, KeyReaders.Mbps(ProxyField.DownMbps), "down")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Congestion), "congestion_controller")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.UdpRelay), "udp_relay_mode")
        .Object(Section.Root, "smux", Section.Multiplex)
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Server), "server")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Port), "port")
        .Ignores(
            Section.Root,
            "name", "udp", "tfo", "fast_open", "mptcp", "ip_version", "interface_name", "routing_mark", "dialer_proxy", "packet_encoding",
            "packet_addr", "xudp", "global_padding", "authenticated_length", "udp_over_tcp", "udp_over_tcp_version", "reduce_rtt",
            "request_timeout", "heartbeat_interval", "max_open_streams", "max_udp_relay_packet_size", "cwnd", "uuid", "password",
            "idle_session_check_interval", "idle_session_timeout", "min_idle_session");
}
