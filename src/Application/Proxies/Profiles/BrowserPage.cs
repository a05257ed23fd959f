using System.Globalization;
using System.Text;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>
/// For the person who opens the address of a subscription in a browser. Plain text, so that nothing in a name is ever markup.
/// </summary>
internal static class BrowserPage
{
    public static byte[] Of(ProfileOwner owner, ProfileSite site, DateTimeOffset now) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {ProxyNames.OneLine(site.Name)}

        Subscription: {ProxyNames.OneLine(owner.Name)}
        Status:       {owner.Obstacle(now) ?? "Active"}
        Ends:         {owner.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC
        Traffic:      {Traffic(owner)}

        Copy the address of this page into your client to use the subscription.
        Whoever has the address can use it too: keep it to yourself.

        """).ReplaceLineEndings("\n"));

    private static string Traffic(ProfileOwner owner) => owner.TrafficTotalBytes == 0
        ? $"{Gibibytes(owner.TrafficUsedBytes)} used, no limit"
        : $"{Gibibytes(owner.TrafficUsedBytes)} of {Gibibytes(owner.TrafficTotalBytes)} used";

    private static string Gibibytes(long bytes) => (bytes / (double)(1L << 30)).ToString("0.##", CultureInfo.InvariantCulture) + " GiB";
}
