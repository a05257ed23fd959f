using System.Globalization;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http.Security;

/// <summary>
/// Remembers in the browser which accounts have signed in there, one cookie each. They open nothing: they only keep the guesses of
/// strangers from making the owner wait.
/// </summary>
internal static class DeviceCookies
{
    private const string Prefix = "vpspanel_device_";
    private const int MaxAccounts = 8;

    public static IReadOnlyList<string> Read(HttpRequest request) =>
        [.. request.Cookies.Where(cookie => cookie.Key.StartsWith(Prefix, StringComparison.Ordinal)).Take(MaxAccounts)
            .Select(cookie => cookie.Value)];

    public static void Give(HttpContext http, UserId user) => http.Response.Cookies.Append(
        Prefix + user.Value.ToString(CultureInfo.InvariantCulture),
        http.RequestServices.GetRequiredService<KnownDevices>().Issue(user),
        new CookieOptions
        {
            Path = "/",
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = KnownDevices.Lifetime,
        });
}
