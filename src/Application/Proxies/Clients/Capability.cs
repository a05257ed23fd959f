namespace VpsPanel.Application.Proxies.Clients;

/// <summary>That the clients of a family take something.</summary>
/// <param name="Feature">Such as <c>vless/ws</c> for a protocol over a transport, or <c>reality/vless</c>.</param>
/// <param name="Since">The first version that is known to take it; of families whose versions tell nothing, when it was seen.</param>
/// <param name="Until">The first version that takes it no more; null while it stays.</param>
/// <param name="Source">Where this is known from.</param>
internal sealed record Capability(string Feature, ClientFamily Client, string Since, string? Until, string Source)
{
    private readonly CoreVersion _since = CoreVersion.Parse(Since) ?? CoreVersion.None;
    private readonly CoreVersion? _until = Until is null ? null : CoreVersion.Parse(Until);

    public bool Holds(CoreVersion version) =>
        version == CoreVersion.None || (version >= _since && (_until is not { } until || version < until));
}
