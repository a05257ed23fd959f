using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Site;

namespace VpsPanel.Application.Proxies.Profiles;

internal static class ProfileSites
{
    public static async Task<ProfileSite> Read(ISettings settings, CancellationToken ct) => new(
        await settings.Get(SiteSettings.Name, ct),
        Address(await settings.Get(SiteSettings.Url, ct)),
        (int)await settings.Number(DeliverySettings.UpdateHours, ct));

    /// <summary>Without a slash at the end; empty for anything that is no address of a page.</summary>
    public static string Address(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0
            && uri.Fragment.Length == 0
            ? uri.AbsoluteUri.TrimEnd('/')
            : "";
}
