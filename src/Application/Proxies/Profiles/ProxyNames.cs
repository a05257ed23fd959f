using VpsPanel.Application.Proxies.Profiles.Formats;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>Names that every client takes: one line, not too long, no two alike, and none that profiles use themselves.</summary>
internal static class ProxyNames
{
    private const int MaxLength = 100;

    private static readonly string[] Reserved = ["Proxy", "Auto", "DIRECT", "REJECT", "REJECT-DROP", "COMPATIBLE", "GLOBAL", "PASS", "DNS", "block", "dns-out"];

    public static IReadOnlyList<(string Name, string Label)> Of(IReadOnlyList<NodeServer> servers)
    {
        var perNode = servers.CountBy(server => server.NodeId).ToDictionary();
        var taken = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase);
        var labels = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase);
        var names = new List<(string, string)>(servers.Count);
        foreach (var server in servers)
        {
            var name = OneLine(server.NodeName);
            if (perNode[server.NodeId] > 1)
                name = $"{name} {server.Server.Protocol}".Trim();

            name = Unique(name.Length > 0 ? name : "node", taken);
            names.Add((name, Unique(LineFields.Label(name), labels)));
        }

        return names;
    }

    public static string OneLine(string text)
    {
        var line = string.Concat(text.EnumerateRunes().Select(rune => IsBreak(rune) ? " " : rune.ToString())).Trim();
        return line.Length <= MaxLength ? line : line[..(char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    private static bool IsBreak(System.Text.Rune rune) =>
        System.Text.Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF;

    private static string Unique(string name, HashSet<string> taken)
    {
        var candidate = name;
        for (var n = 2; !taken.Add(candidate); n++)
            candidate = $"{name} {n}";

        return candidate;
    }
}
