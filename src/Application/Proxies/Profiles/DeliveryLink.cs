namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>Where a subscription is fetched.</summary>
public static class DeliveryLink
{
    /// <summary>
    /// Empty without a public address of the site: the Host header of whoever asks must never end up in a profile.
    /// </summary>
    public static string Of(string siteUrl, string token) => siteUrl.Length == 0 ? "" : $"{siteUrl}/api/v1/subscriptions/{token}";
}
