using System.Collections;
using System.Diagnostics.CodeAnalysis;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.Profiles.Formats;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>
/// What templates read of a proxy. A template of one format never reads the others', so each is made when it is asked for. A format that
/// cannot hold the server with all its locks is null.
/// </summary>
internal sealed class ProxyFields(Proxy proxy, ClientIdentity client) : IReadOnlyDictionary<string, object?>
{
    private static readonly Dictionary<string, Func<ProxyFields, object?>> Readers = new()
    {
        ["name"] = fields => fields.Proxy.Name,
        ["label"] = fields => fields.Proxy.Label,
        ["protocol"] = fields => fields.Proxy.Server.Protocol,
        ["host"] = fields => fields.Proxy.Server.Host,
        ["port"] = fields => (long)fields.Proxy.Server.Port,
        ["uuid"] = fields => fields.Proxy.Credential.Uuid,
        ["password"] = fields => fields.Proxy.Server.Protocol == ProxyProtocols.Shadowsocks
            ? fields.Proxy.ShadowsocksPassword
            : fields.Proxy.Credential.Password,
        ["link"] = fields => fields.Link,
        ["clash"] = fields => fields.Clash(),
        ["sing_box"] = fields => fields.In(ClientFamily.SingBox, SingBoxOutbound.Of),
        ["surge"] = fields => fields.In(ClientFamily.Surge, SurgeProxy.Of),
        ["quantumult_x"] = fields => fields.In(ClientFamily.QuantumultX, QuantumultXServer.Of),
        ["loon"] = fields => fields.In(ClientFamily.Loon, LoonProxy.Of),
    };

    public Proxy Proxy => proxy;

    public string? Link => (string?)In(ClientFamily.Links, ShareLink.Of);

    public int Count => Readers.Count;

    public IEnumerable<string> Keys => Readers.Keys;

    public IEnumerable<object?> Values => Readers.Values.Select(read => read(this));

    public object? this[string key] => Readers[key](this);

    public bool ContainsKey(string key) => Readers.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var isKnown = Readers.TryGetValue(key, out var read);
        value = isKnown ? read!(this) : null;
        return isKnown;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        Readers.Select(reader => KeyValuePair.Create(reader.Key, reader.Value(this))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private object? Clash() => client.Family == ClientFamily.Stash
        ? In(ClientFamily.Stash, one => ClashProxy.Of(one, isStash: true))
        : In(ClientFamily.Mihomo, one => ClashProxy.Of(one));

    /// <summary>The client's own format holds what was chosen for it; the others are asked.</summary>
    private object? In(ClientFamily family, Func<Proxy, object?> write) =>
        family == client.Family || ClientSupport.IsDelivered(proxy.Server, ClientIdentities.Usual(family)) ? write(proxy) : null;
}
