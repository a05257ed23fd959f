using System.Net;
using Microsoft.Extensions.Configuration;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Configuration;

/// <summary>Networks as an operator writes them; see <see cref="ConfiguredList"/> and <see cref="IpNetworks"/>.</summary>
public sealed class NetworkList
{
    private NetworkList(IReadOnlyList<IPNetwork> networks) => Networks = networks;

    public IReadOnlyList<IPNetwork> Networks { get; }

    public bool IsEmpty => Networks.Count == 0;

    /// <exception cref="InvalidOperationException">Something there is no network; the message names the key and the text.</exception>
    public static NetworkList Read(IConfiguration configuration, string key) =>
        new([.. ConfiguredList.Read(configuration, key).Select(text => IpNetworks.TryParse(text, out var network)
            ? network
            : throw new InvalidOperationException($"{key}: '{text}' {IpNetworks.Rule}."))]);

    public bool Contains(IPAddress address) => IpNetworks.Contain(Networks, address);
}
