using System.Globalization;
using System.Net;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>Where Prometheus may ask: <c>Metrics:Port</c> (0 or missing: nowhere) on <c>Metrics:Address</c> (<c>127.0.0.1</c>).</summary>
internal sealed record MetricsAddress(IPEndPoint Endpoint)
{
    /// <summary>Null when metrics are not shown.</summary>
    /// <exception cref="InvalidOperationException">A key cannot be read; the message names it.</exception>
    public static MetricsAddress? Read(IConfiguration configuration)
    {
        var text = configuration["Metrics:Port"];
        if (string.IsNullOrWhiteSpace(text) || text.Trim() == "0")
            return null;

        if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > IPEndPoint.MaxPort)
            throw new InvalidOperationException("Metrics:Port must be a port from 1 to 65535, or 0.");

        var address = configuration["Metrics:Address"] is { Length: > 0 } given ? given.Trim() : "127.0.0.1";
        if (address.Contains('/', StringComparison.Ordinal) || !IpNetworks.TryParse(address, out var network))
            throw new InvalidOperationException("Metrics:Address must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.");

        return new MetricsAddress(new IPEndPoint(network.BaseAddress, port));
    }
}
