namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>
/// The keys of one program's configurations: those that say something to clients, and those that say nothing to them. Keys are written
/// in lower case with underscores; <c>shortId</c>, <c>short-id</c> and <c>short_id</c> are one.
/// </summary>
internal sealed class Dialect(string name)
{
    private readonly Dictionary<(Section, string), KeyReader> _keys = [];
    private readonly Dictionary<(Section, string), (Section Inner, KeyReader? Says)> _objects = [];
    private readonly HashSet<(Section, string)> _ignored = [];

    public string Name => name;

    public IReadOnlyDictionary<(Section Section, string Key), KeyReader> Readers => _keys;

    public IReadOnlyDictionary<(Section Section, string Key), (Section Inner, KeyReader? Says)> Objects => _objects;

    /// <summary>Keys without meaning for clients.</summary>
    public IReadOnlySet<(Section Section, string Key)> Ignored => _ignored;

    public Dialect Keys(Section section, KeyReader reader, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            _keys.Add((section, key), reader);

        return this;
    }

    /// <param name="says">What the mere presence of the object tells.</param>
    public Dialect Object(Section section, string key, Section inner, KeyReader? says = null)
    {
        _objects.Add((section, key), (inner, says));
        return this;
    }

    public Dialect Ignores(Section section, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            _ignored.Add((section, key));

        return this;
    }
}
