namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>The columns of v2board and Xboard.</summary>
internal static class V2BoardDialect
{
    public static Dialect Table { get; } = new Dialect("v2board")
        .Keys(Section.Root, KeyReaders.Tls, "tls")
        .Object(Section.Root, "tls_settings", Section.Tls)
        .Object(Section.Root, "reality_settings", Section.Reality)
        .Object(Section.Root, "network_settings", Section.Transport)
        .Object(Section.Root, "networksettings", Section.Transport)
        .Object(Section.Root, "tlssettings", Section.Tls)
        .Object(Section.Root, "protocol_settings", Section.Root)
        .Keys(Section.Root, KeyReaders.Network, "network")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Flow), "flow")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Method), "cipher", "method")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.ServerKey), "server_key", "server_psk")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Version), "version")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.Port), "port")
        .Keys(Section.Root, KeyReaders.Mbps(ProxyField.UpMbps), "up_mbps")
        .Keys(Section.Root, KeyReaders.Mbps(ProxyField.DownMbps), "down_mbps")
        .Keys(Section.Root, KeyReaders.Text(ProxyField.ObfsWord), "obfs")
        .Object(Section.Root, "obfs", Section.Obfs)
        .Object(Section.Root, "obfs_settings", Section.ObfsSettings)
        .Object(Section.Root, "bandwidth", Section.Bandwidth)
        .Keys(Section.Obfs, KeyReaders.Flag(ProxyField.ObfsOpen), "open")
        .Keys(Section.Obfs, KeyReaders.Text(ProxyField.ObfsType), "type")
        .Keys(Section.Obfs, KeyReaders.Text(ProxyField.ObfsPassword), "password")
        .Keys(Section.Bandwidth, KeyReaders.Mbps(ProxyField.UpMbps), "up")
        .Keys(Section.Bandwidth, KeyReaders.Mbps(ProxyField.DownMbps), "down")
        .Keys(Section.ObfsSettings, KeyReaders.Text(ProxyField.PluginHost), "host")
        .Keys(Section.ObfsSettings, KeyReaders.Text(ProxyField.PluginPath), "path")
        .Keys(Section.Root, KeyReaders.First(ProxyField.ServerName), "server_name")
        .Keys(Section.Root, KeyReaders.Flag(ProxyField.SkipVerify), "allow_insecure", "insecure")
        .Keys(Section.Tls, KeyReaders.First(ProxyField.ServerName), "server_name")
        .Keys(Section.Tls, KeyReaders.Flag(ProxyField.SkipVerify), "allow_insecure")
        .Keys(Section.Tls, KeyReaders.Text(ProxyField.PublicKey), "public_key")
        .Keys(Section.Tls, KeyReaders.First(ProxyField.ShortId), "short_id")
        .Keys(Section.Tls, KeyReaders.Secret, "private_key")
        .Keys(Section.Reality, KeyReaders.Flag(ProxyField.SkipVerify), "allow_insecure")
        .Ignores(Section.Tls, "server_port", "dest", "xver")
        .Ignores(Section.Reality, "server_port")
        .Ignores(
            Section.Root,
            "id", "parent_id", "group_id", "group_ids", "route_id", "route_ids", "name", "rate", "tags", "sort", "show", "enabled",
            "created_at", "updated_at", "last_check_at", "last_push_at", "remark", "remarks", "rules", "dns_settings", "rule_settings",
            "server_type", "node_type", "base_config", "routes", "push_interval", "pull_interval", "code", "speed_limit",
            "device_limit", "ignore_client_bandwidth", "disable_sni", "padding_scheme");
}
