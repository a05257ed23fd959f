using System.Net;
using System.Net.Sockets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways;

/// <summary>The address is one that this service does not call.</summary>
internal sealed class TargetRefusedException : Exception
{
    public TargetRefusedException()
        : this("the address is private, local or reserved")
    {
    }

    public TargetRefusedException(string message)
        : base(message)
    {
    }

    public TargetRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>
/// Keeps outgoing calls away from inner networks. It judges the very addresses that are connected to, after the name was looked
/// up, so neither a spelling of an address nor a name that changes its mind gets through.
/// </summary>
/// <param name="allowed">Networks that may be called although they are not public.</param>
internal sealed class TargetFilter(IEnumerable<IPNetwork> allowed)
{
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // Tunnels that end at an IPv4 address, and examples.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork PublicV6 = IPNetwork.Parse("2000::/3");

    private readonly IPNetwork[] _allowed = [.. allowed];

    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IpNetworks.Contain(_allowed, plain))
            return true;

        return (plain.AddressFamily == AddressFamily.InterNetwork || PublicV6.Contains(plain))
            && !Reserved.Any(network => network.Contains(plain));
    }

    /// <summary>A proxy or a redirect would lead around the filter, hence neither.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = Connect,
    };

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        // A look-up of an unspecified address throws instead of giving it back.
        var host = context.DnsEndPoint.Host;
        var found = IPAddress.TryParse(host, out var written) ? [written] : await Dns.GetHostAddressesAsync(host, ct);
        var addresses = found.Where(Allows).ToArray();
        if (addresses.Length == 0)
            throw new TargetRefusedException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
