using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Site.Queries;

/// <summary>What anyone may know of the settings.</summary>
public sealed record ListSiteSettings : IQuery<Listing<SiteSetting>>;

/// <param name="UpdatedAt">Null while the setting has its default.</param>
public sealed record SiteSetting(string Key, string Value, DateTimeOffset? UpdatedAt);

internal sealed class ListSiteSettingsHandler(IReadDb db, SettingRegistry registry) : IQueryHandler<ListSiteSettings, Listing<SiteSetting>>
{
    private static readonly Sql<NoArgs, StoredSiteSetting> Stored = new("select setting_key, value, updated_at from settings");

    /// <summary>The new name, and the old one that stands in while the new one was never set.</summary>
    private static readonly (Setting New, Setting Old)[] Renamed =
    [
        (SiteSettings.LogoUrl, SiteSettings.OldLogo),
        (SiteSettings.IcpNumber, SiteSettings.OldIcp),
        (SiteSettings.MaintenanceMode, SiteSettings.OldMaintenanceMode),
        (SiteSettings.MaintenanceMessage, SiteSettings.OldMaintenanceMessage),
    ];

    public async Task<Result<Listing<SiteSetting>>> Handle(ListSiteSettings request, CancellationToken cancellationToken)
    {
        var stored = (await db.List(Stored, NoArgs.Value, cancellationToken))
            .ToDictionary(row => row.SettingKey, row => new SiteSetting(row.SettingKey, row.Value, row.UpdatedAt));
        return new Listing<SiteSetting>(
            [.. registry.All.Where(setting => setting.IsPublic).Select(setting => View(setting, stored))]);
    }

    private static SiteSetting View(Setting setting, Dictionary<string, SiteSetting> stored)
    {
        if (stored.TryGetValue(setting.Key, out var row))
            return row;

        var (_, old) = Array.Find(Renamed, pair => pair.New == setting);
        return old is not null && stored.TryGetValue(old.Key, out var alias)
            ? alias with { Key = setting.Key }
            : new SiteSetting(setting.Key, setting.DefaultText, null);
    }

    internal sealed record StoredSiteSetting(string SettingKey, string Value, DateTimeOffset UpdatedAt);
}
