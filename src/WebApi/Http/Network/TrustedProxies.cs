using Microsoft.AspNetCore.HttpOverrides;
using VpsPanel.Infrastructure.Configuration;

namespace VpsPanel.WebApi.Http.Network;

/// <summary>
/// Takes the caller's address and scheme from forwarded headers, as far as they were written by proxies that the operator named in
/// <c>Proxy:Trusted</c>. What stands left of the first stranger in the header may be anybody's invention.
/// </summary>
internal static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        var trusted = NetworkList.Read(app.Configuration, "Proxy:Trusted");
        if (trusted.IsEmpty)
            return;

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var network in trusted.Networks)
            options.KnownIPNetworks.Add(network);

        app.UseForwardedHeaders(options);
    }
}
