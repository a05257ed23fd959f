namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>The columns of v2board and Xboard.</summary>
internal static class V2BoardDialect
{
    public static Dialect Table { get; } = new Dialect("v2board")
        .Keys(Section.Root, Says.Tls, "tls")
        .Object(Section.Root, "tls_settings", Section.Tls)
        .Object(Section.Root, "reality_settings", Section.Reality)
        .Object(Section.Root, "network_settings", Section.Transport)
        .Object(Section.Root, "networksettings", Section.Transport)
        .Object(Section.Root, "tlssettings", Section.Tls)
        .Object(Section.Root, "protocol_settings", Section.Root)
        .Keys(Section.Root, Says.Network, "network")
        .Keys(Section.Root, Says.Text(ProxyField.Flow), "flow")
        .Keys(Section.Root, Says.Text(ProxyField.Method), "cipher", "method")
        .Keys(Section.Root, Says.Text(ProxyField.ServerKey), "server_key", "server_psk")
        .Keys(Section.Root, Says.Text(ProxyField.Version), "version")
        .Keys(Section.Root, Says.Text(ProxyField.Port), "port")
        .Keys(Section.Root, Says.Mbps(ProxyField.UpMbps), "up_mbps")
        .Keys(Section.Root, Says.Mbps(ProxyField.DownMbps), "down_mbps")
        .Keys(Section.Root, Says.Text(ProxyField.ObfsWord), "obfs")
        .Object(Section.Root, "obfs", Section.Obfs)
        .Object(Section.Root, "obfs_settings", Section.ObfsSettings)
        .Object(Section.Root, "bandwidth", Section.Bandwidth)
        .Keys(Section.Obfs, Says.Flag(ProxyField.ObfsOpen), "open")
        .Keys(Section.Obfs, Says.Text(ProxyField.ObfsType), "type")
        .Keys(Section.Obfs, Says.Text(ProxyField.ObfsPassword), "password")
        .Keys(Section.Bandwidth, Says.Mbps(ProxyField.UpMbps), "up")
        .Keys(Section.Bandwidth, Says.Mbps(ProxyField.DownMbps), "down")
        .Keys(Section.ObfsSettings, Says.Text(ProxyField.PluginHost), "host")
        .Keys(Section.ObfsSettings, Says.Text(ProxyField.PluginPath), "path")
        .Keys(Section.Root, Says.First(ProxyField.ServerName), "server_name")
        .Keys(Section.Root, Says.Flag(ProxyField.SkipVerify), "allow_insecure", "insecure")
        .Keys(Section.Tls, Says.First(ProxyField.ServerName), "server_name")
        .Keys(Section.Tls, Says.Flag(ProxyField.SkipVerify), "allow_insecure")
        .Keys(Section.Tls, Says.Text(ProxyField.PublicKey), "public_key")
        .Keys(Section.Tls, Says.First(ProxyField.ShortId), "short_id")
        .Keys(Section.Tls, Says.Secret, "private_key")
        .Keys(Section.Reality, Says.Flag(ProxyField.SkipVerify), "allow_insecure")
        .Ignores(Section.Tls, "server_port", "dest", "xver")
        .Ignores(Section.Reality, "server_port")
        .Ignores(
            Section.Root,
            "id", "parent_id", "group_id", "group_ids", "route_id", "route_ids", "name", "rate", "tags", "sort", "show", "enabled",
            "created_at", "updated_at", "last_check_at", "last_push_at", "remark", "remarks", "rules", "dns_settings", "rule_settings",
            "server_type", "node_type", "base_config", "routes", "push_interval", "pull_interval", "code", "speed_limit",
            "device_limit", "ignore_client_bandwidth", "disable_sni", "padding_scheme");
}
