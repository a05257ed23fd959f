using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Platform.Settings;

namespace VpsPanel.Infrastructure.Settings;

/// <summary>Remembers all settings for a few seconds; a change made by this process shows at once.</summary>
internal sealed class SettingsReader(IReadDb db, ISecretProtector secrets, TimeProvider clock) : ISettings, ISettingsCache, ICommitListener
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(3);
    private static readonly Sql<NoArgs, SettingText> All = new("select setting_key, value from settings");

    private Known? _known;
    private int _changes;

    public async ValueTask<T> Get<T>(Setting<T> setting, CancellationToken ct)
    {
        var values = await Values(ct);
        var text = values.GetValueOrDefault(setting.Key);
        return setting.Read(text is not null && setting.IsSecret ? secrets.Unprotect(text) : text);
    }

    public void Invalidate()
    {
        Interlocked.Increment(ref _changes);
        _known = null;
    }

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (events.Any(committed => committed.Event is SettingChanged))
            Invalidate();
    }

    private async ValueTask<Dictionary<string, string>> Values(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_known is { } known && known.Until > now)
            return known.Values;

        var changes = Volatile.Read(ref _changes);
        var values = (await db.List(All, NoArgs.Value, ct)).ToDictionary(row => row.SettingKey, row => row.Value);

        // What was read while a change committed may be from before it, and is not worth keeping.
        var fresh = new Known(values, now + Age);
        _known = fresh;
        if (changes != Volatile.Read(ref _changes))
            Interlocked.CompareExchange(ref _known, null, fresh);

        return values;
    }

    internal sealed record SettingText(string SettingKey, string Value);

    private sealed record Known(Dictionary<string, string> Values, DateTimeOffset Until);
}
