using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Settings.Queries;

/// <summary>Every key that the caller may see, with its value or default; secrets are masked.</summary>
public sealed record ListSettings : IQuery<Listing<SettingView>>;

/// <param name="UpdatedAt">Null while the setting has its default.</param>
/// <param name="Expected">Type and range in words.</param>
public sealed record SettingView(
    string Key, string Value, DateTimeOffset? UpdatedAt, string Meaning, string Expected, string Default, bool IsSecret);

internal sealed class ListSettingsHandler(IReadDb db, SettingRegistry registry, ISecretProtector secrets, ICurrentActor actor)
    : IQueryHandler<ListSettings, Listing<SettingView>>
{
    private static readonly Sql<NoArgs, StoredValue> Stored = new("select setting_key, value, updated_at from settings");

    public async Task<Result<Listing<SettingView>>> Handle(ListSettings request, CancellationToken cancellationToken)
    {
        var stored = (await db.List(Stored, NoArgs.Value, cancellationToken)).ToDictionary(row => row.SettingKey);
        return new Listing<SettingView>([.. registry.All.Where(MaySee).Select(setting => View(setting, stored.GetValueOrDefault(setting.Key)))]);
    }

    private bool MaySee(Setting setting) => actor.May(setting.ViewNeeds) || actor.May(setting.ChangeNeeds);

    private SettingView View(Setting setting, StoredValue? row)
    {
        var value = row is null ? setting.DefaultText : setting.IsSecret ? secrets.Unprotect(row.Value) ?? "" : row.Value;
        return new SettingView(
            setting.Key, setting.Shown(value), row?.UpdatedAt, setting.Meaning, setting.Expected, setting.DefaultText, setting.IsSecret);
    }

    internal sealed record StoredValue(string SettingKey, string Value, DateTimeOffset UpdatedAt);
}
