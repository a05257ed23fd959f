using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Site;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Engagement.Notifications;

/// <summary>In which language the service writes to somebody: their own, else that of the site.</summary>
public sealed class UserLanguages(IUsers users, ISettings settings)
{
    public async Task<string> Of(UserId user, CancellationToken ct) => await Of(await users.Find(user, ct), ct);

    public async ValueTask<string> Of(User? user, CancellationToken ct) =>
        user is { Language.Length: > 0 } ? user.Language : await settings.Get(SiteSettings.Language, ct);
}
