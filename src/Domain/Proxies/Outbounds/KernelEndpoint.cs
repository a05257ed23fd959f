using System.Net;
using System.Net.Sockets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Proxies.Outbounds;

/// <summary>Where clients connect to.</summary>
/// <param name="Host">A name or an address; IPv6 without brackets.</param>
/// <param name="Port">0 when the endpoint names none.</param>
public readonly record struct KernelEndpoint(string Host, int Port)
{
    /// <summary>
    /// Reads <c>host</c>, <c>host:port</c>, <c>[v6]:port</c> and addresses with a scheme, whose usual port counts; null for anything else.
    /// </summary>
    public static KernelEndpoint? Parse(string endpoint)
    {
        var text = endpoint.Trim();
        var hasScheme = text.Contains("://", StringComparison.Ordinal);
        if (!text.Contains('/', StringComparison.Ordinal) && IpNetworks.Canonical(text) is { } bare)
            return new KernelEndpoint(bare, 0);

        if (!Uri.TryCreate(hasScheme ? text : "host://" + text, UriKind.Absolute, out var uri)
            || uri.HostNameType == UriHostNameType.Unknown
            || uri.Host.Length == 0 || (!hasScheme && uri.AbsolutePath is not ("" or "/")))
            return null;

        var host = uri.IdnHost.Trim('[', ']');
        return IsAmbiguous(host, text) ? null : new KernelEndpoint(host, Math.Max(uri.Port, 0));
    }

    /// <summary>"1" and "010.0.0.1" are IPv4 addresses to some, and not to all of them the same.</summary>
    private static bool IsAmbiguous(string host, string text) => IPAddress.TryParse(host, out var address)
        && address.AddressFamily == AddressFamily.InterNetwork
        && (IpNetworks.Canonical(host) is null || !text.Contains(host, StringComparison.Ordinal));
}
