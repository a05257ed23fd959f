using System.Net;

namespace VpsPanel.WebApi.Http.Network;

internal static class ClientAddress
{
    /// <summary>Who calls, as far as the configured proxies can be believed; null when the connection has no address.</summary>
    public static IPAddress? Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;

        // A socket for both families shows IPv4 callers as IPv6, which no rule for IPv4 would match.
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }
}
