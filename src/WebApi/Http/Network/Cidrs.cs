using System.Net;

namespace VpsPanel.WebApi.Http.Network;

/// <summary>Networks as an operator writes them: one per array element, or several in one text between commas.</summary>
internal sealed class Cidrs
{
    private Cidrs(IReadOnlyList<IPNetwork> networks) => Networks = networks;

    public IReadOnlyList<IPNetwork> Networks { get; }

    public bool IsEmpty => Networks.Count == 0;

    /// <exception cref="InvalidOperationException">Something there is no network: dropping it silently could open a door.</exception>
    public static Cidrs Read(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        var texts = section.GetChildren().Select(child => child.Value).Append(section.Value)
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return new Cidrs([.. texts.Select(text => Parse(text)
            ?? throw new InvalidOperationException($"{key}: '{text}' is no network such as 203.0.113.0/24 or 2001:db8::/32."))]);
    }

    public bool Contains(IPAddress address) => Networks.Any(network => network.Contains(address));

    private static IPNetwork? Parse(string text)
    {
        if (IPAddress.TryParse(text, out var single))
            return new IPNetwork(single, single.GetAddressBytes().Length * 8);

        return IPNetwork.TryParse(text, out var network) ? network : null;
    }
}
