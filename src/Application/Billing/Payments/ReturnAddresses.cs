using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Site;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>Where a gateway may send a customer back to: a foreign address would lend our name to whoever made the link.</summary>
public sealed class ReturnAddresses(ISettings settings, IClientOrigins clients)
{
    /// <param name="wanted">What the customer's client asked for; blank for nothing.</param>
    /// <param name="configured">The provider's own address; blank when it has none.</param>
    /// <returns>The wanted address when it is the site's, a client's or one of <c>payment_return_origins</c>; else the provider's, else the site's; may be blank.</returns>
    public async Task<string> Choose(string wanted, string configured, CancellationToken ct)
    {
        var site = await settings.Get(SiteSettings.Url, ct);
        var allowed = clients.All.Concat(await settings.Get(PaymentSettings.ReturnOrigins, ct)).Append(site);
        if (Origin(wanted) is { } origin && allowed.Any(one => Origin(one) == origin))
            return wanted;

        return configured.Length > 0 ? configured : site;
    }

    /// <summary>Scheme, host and port in lower case; null for what is no address.</summary>
    private static string? Origin(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        ? $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}".ToLowerInvariant()
        : null;
}
