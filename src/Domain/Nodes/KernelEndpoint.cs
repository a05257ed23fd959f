using System.Net;

namespace VpsPanel.Domain.Nodes;

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
        if (IPAddress.TryParse(text, out var bare) && !text.StartsWith('['))
            return new KernelEndpoint(bare.ToString(), 0);

        if (!Uri.TryCreate(hasScheme ? text : "host://" + text, UriKind.Absolute, out var uri)
            || uri.HostNameType == UriHostNameType.Unknown
            || uri.Host.Length == 0 || (!hasScheme && uri.AbsolutePath is not ("" or "/")))
            return null;

        return new KernelEndpoint(uri.IdnHost.Trim('[', ']'), Math.Max(uri.Port, 0));
    }
}
