using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>A plugin of shadowsocks in the words of SIP003, which links and sing-box take.</summary>
internal static class PluginText
{
    public static string Name(ProxyPlugin plugin) => plugin.Kind == ProxyPlugin.Obfs ? "obfs-local" : "v2ray-plugin";

    public static string Options(ProxyPlugin plugin)
    {
        List<string> options = plugin.Kind == ProxyPlugin.Obfs ? [$"obfs={plugin.Mode}"] : [$"mode={plugin.Mode}"];
        if (plugin.Tls)
            options.Add("tls");
        if (plugin.Host is { } host)
            options.Add(plugin.Kind == ProxyPlugin.Obfs ? $"obfs-host={host}" : $"host={host}");
        if (plugin.Path is { } path)
            options.Add(plugin.Kind == ProxyPlugin.Obfs ? $"obfs-uri={Escape(path)}" : $"path={Escape(path)}");

        return string.Join(';', options);
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal).Replace("=", "\\=", StringComparison.Ordinal);
}
