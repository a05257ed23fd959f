using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>A server under the name that the client shows, with what its user signs in with.</summary>
/// <param name="Label">The name without what line formats cannot hold; unique too.</param>
internal sealed record Proxy(string Name, string Label, ProxyServer Server, Credential Credential)
{
    public string ShadowsocksPassword => Credential.ShadowsocksPassword(Server);
}

/// <summary>A server of a node, before it has a name of its own.</summary>
internal sealed record NodeServer(long NodeId, string NodeName, string Region, string Country, ProxyServer Server);
