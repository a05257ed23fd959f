using System.Collections;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>The links of those proxies that have one, made when the first is asked for.</summary>
internal sealed class LinkList(IReadOnlyList<ProxyFields> proxies) : IReadOnlyList<object?>
{
    private readonly Lazy<List<object?>> _links = new(() => [.. proxies.Select(proxy => proxy.Link).OfType<object>()]);

    public int Count => _links.Value.Count;

    public object? this[int index] => _links.Value[index];

    public IEnumerator<object?> GetEnumerator() => _links.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
