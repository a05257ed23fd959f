using System.Text;

namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>All dialects together: a configuration may mix them.</summary>
internal static class DialectKeys
{
    public static IReadOnlyList<Dialect> All { get; } =
        [V2BoardDialect.Table, XrayDialect.Table, ClashDialect.Table, SingBoxDialect.Table, LinkDialect.Table];

    private static readonly Dictionary<(Section, string), KeyReader> Readers = Merge(dialect => dialect.Readers);

    private static readonly Dictionary<(Section, string), (Section Inner, KeyReader? Says)> Objects = Merge(dialect => dialect.Objects);

    private static readonly HashSet<(Section, string)> Ignored = [.. All.SelectMany(dialect => dialect.Ignored)];

    public static KeyReader? Reader(Section section, string key) => Readers.GetValueOrDefault((section, key));

    public static (Section Inner, KeyReader? Says)? Object(Section section, string key) =>
        Objects.TryGetValue((section, key), out var found) ? found : null;

    public static bool IsIgnored(Section section, string key) => Ignored.Contains((section, key));

    /// <summary><c>shortId</c>, <c>short-id</c> and <c>SHORT_ID</c> are <c>short_id</c>.</summary>
    public static string Fold(string key)
    {
        var folded = new StringBuilder(key.Length + 4);
        for (var at = 0; at < key.Length; at++)
        {
            var isHump = char.IsAsciiLetterUpper(key[at]) && at > 0 && (char.IsAsciiLetterLower(key[at - 1]) || char.IsAsciiDigit(key[at - 1]));
            if (isHump)
                folded.Append('_');

            folded.Append(key[at] == '-' ? '_' : char.ToLowerInvariant(key[at]));
        }

        return folded.ToString();
    }

    /// <summary>Where dialects share a key, the first of them reads it.</summary>
    private static Dictionary<(Section, string), TValue> Merge<TValue>(
        Func<Dialect, IReadOnlyDictionary<(Section, string), TValue>> table) => All.SelectMany(table)
        .GroupBy(entry => entry.Key)
        .ToDictionary(group => group.Key, group => group.First().Value);
}
