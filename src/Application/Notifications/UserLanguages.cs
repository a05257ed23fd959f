using VpsPanel.Application.Accounts;
using VpsPanel.Application.Settings;
using VpsPanel.Application.Site;
using VpsPanel.Domain.Accounts;

namespace VpsPanel.Application.Notifications;

/// <summary>In which language the service writes to somebody: their own, else that of the site.</summary>
public sealed class UserLanguages(IUsers users, ISettings settings)
{
    public async Task<string> Of(UserId user, CancellationToken ct) => await Of(await users.Find(user, ct), ct);

    public async ValueTask<string> Of(User? user, CancellationToken ct) =>
        user is { Language.Length: > 0 } ? user.Language : await settings.Get(SiteSettings.Language, ct);
}
