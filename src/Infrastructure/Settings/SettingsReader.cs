using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Settings;

namespace VpsPanel.Infrastructure.Settings;

internal sealed class SettingsReader(IReadDb db, ISecretBox secrets, TimeProvider clock) : ISettings, ISettingsCache
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(3);
    private static readonly Sql<NoArgs, StoredSetting> All = new("select key, value from settings");

    private (Dictionary<string, string> Values, DateTimeOffset Until)? _known;

    public async ValueTask<T> Get<T>(Setting<T> setting, CancellationToken ct)
    {
        var values = await Values(ct);
        var text = values.GetValueOrDefault(setting.Key);
        return setting.Read(text is not null && setting.IsSecret ? secrets.Open(text) : text);
    }

    public void Forget() => _known = null;

    private async ValueTask<Dictionary<string, string>> Values(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_known is { } known && known.Until > now)
            return known.Values;

        var values = (await db.List(All, NoArgs.Value, ct)).ToDictionary(row => row.Key, row => row.Value);
        _known = (values, now + Age);
        return values;
    }

    internal sealed record StoredSetting(string Key, string Value);
}
