using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Platform.Settings;

namespace VpsPanel.Application.Platform.Settings;

/// <summary>Checks and stores values inside the command at hand; every slice that edits settings goes through here.</summary>
public sealed class SettingEditor(
    SettingRegistry registry, ISettingStore store, ISecretProtector secrets, SettingChanges changes, IEnumerable<ISettingRule> rules,
    ICurrentActor actor, FreshSession fresh)
{
    /// <summary>What this command has changed so far, in plain text, by key.</summary>
    private readonly Dictionary<string, string> _changed = new(StringComparer.Ordinal);

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>
    /// The change, null when there is none: the value is the one that holds already, or a secret came back blank or as its own mask.
    /// <c>settings.unknown_key</c>, <c>settings.invalid_value</c> or <c>auth.permission_denied</c> with the key in the details otherwise.
    /// </summary>
    /// <param name="text">Null removes a secret; for anything else it is a blank.</param>
    public async Task<Result<SettingChange?>> Change(string key, string? text, CancellationToken ct)
    {
        if (registry.Find(key) is not { } setting)
            return Error.Validation(key, $"unknown setting {key}", "settings.unknown_key");

        if (text is null && setting.IsSecret)
            return await Store(setting, setting.DefaultText, ct);

        text ??= "";
        if (setting.IsSecret && (string.IsNullOrWhiteSpace(text) || text == Setting.Mask))
            return (SettingChange?)null;

        _given.Add(key);
        text = setting.Clean(text);

        // PostgreSQL cannot store NUL.
        var complaint = text.Contains('\0') ? "must not contain a NUL character" : setting.Validate(text);
        if (complaint is not null)
            return Error.Validation(key, $"{key} {complaint}", "settings.invalid_value");

        return await Store(setting, text, ct);
    }

    /// <summary>
    /// What changed of these; a text that is null stays as it is. A refusal names the field as the client sent it, which is often not the
    /// setting's own key.
    /// </summary>
    public async Task<Result<List<SettingChange>>> ChangeAll(IEnumerable<FieldSetting> fields, CancellationToken ct)
    {
        var all = fields.ToList();
        List<SettingChange> made = [];
        List<Error> denied = [];
        foreach (var (field, setting, text) in all.Where(field => field.Text is not null))
        {
            var changed = await Change(setting.Key, text!, ct);
            if (!changed.IsSuccess && !changed.Error.IsDenial())
                return Named(changed.Error, setting.Key, field);

            if (!changed.IsSuccess)
                denied.Add(Named(changed.Error, setting.Key, field));
            else if (changed.Value is { } change)
                made.Add(change);
        }

        if (denied.Count > 0)
            return Denials.Of(denied);

        if (await Judge(ct) is not { IsSuccess: false } broken)
            return made;

        var named = all.FirstOrDefault(field => broken.Error.Details?.ContainsKey(field.Setting.Key) is true);
        return named is null ? broken.Error : Named(broken.Error, named.Setting.Key, named.Field);
    }

    /// <summary>The first refusal of a rule for what was changed and the rest, or of a secret that would follow its address.</summary>
    public async Task<Result> Judge(CancellationToken ct)
    {
        foreach (var rule in rules.Where(rule => rule.Settings.Any(setting => _changed.ContainsKey(setting.Key))))
        {
            if (await rule.Judge(this, ct) is { } broken)
                return broken;
        }

        foreach (var secret in registry.All.Where(setting => setting.GoesTo is { } address && _changed.ContainsKey(address.Key)))
        {
            if (!_given.Contains(secret.Key) && await StoredText(secret, ct) is { Length: > 0 })
                return Error.Validation(
                    secret.Key, $"{secret.Key} has to be given again, because {secret.GoesTo!.Key} changes", "settings.secret_required");
        }

        return Result.Success;
    }

    /// <summary><c>settings.invalid_value</c> for settings that do not go together; it names the first of them that the command changes.</summary>
    /// <param name="text">Follows the name of the first setting.</param>
    public Error Mismatch(string text, params IReadOnlyList<Setting> about)
    {
        var key = about.First(setting => _changed.ContainsKey(setting.Key)).Key;
        var subject = about[0].Key;
        return Error.Validation(key, key == subject ? $"{key} {text}" : $"{key}: {subject} {text}", "settings.invalid_value");
    }

    /// <summary>The value as this command's transaction sees it, not as the node remembers it.</summary>
    public async Task<T> Current<T>(Setting<T> setting, CancellationToken ct)
    {
        if (_changed.TryGetValue(setting.Key, out var text))
            return setting.Read(text);

        var row = await store.FindByKey(setting.Key, ct);
        return setting.Read(row is null ? null : Plain(setting, row.Value));
    }

    private static Error Named(Error failure, string key, string field)
    {
        if (failure.Details?.GetValueOrDefault(key) is not { } complaints)
            return failure;

        var texts = complaints.Select(text => text.StartsWith(key, StringComparison.Ordinal) ? field + text[key.Length..] : text).ToArray();
        return new Error(failure.Kind, failure.Code, texts[0]) { Details = new Dictionary<string, string[]> { [field] = texts } };
    }

    private async Task<Result<SettingChange?>> Store(Setting setting, string text, CancellationToken ct)
    {
        var row = await store.FindByKey(setting.Key, ct);
        var before = row is null ? setting.DefaultText : Plain(setting, row.Value);

        // To whoever may not know a secret it makes no difference whether it was guessed.
        if (before == text && !(setting.IsSecret && _given.Contains(setting.Key)))
            return (SettingChange?)null;

        if (await Refusal(setting, ct) is { } refused)
            return refused;

        if (before == text)
            return (SettingChange?)null;

        var value = setting.IsSecret ? secrets.Protect(text) : text;
        if (row is null)
            await store.Add(StoredSetting.Create(setting.Key, value), ct);
        else
            row.Change(value);

        _changed[setting.Key] = text;
        changes.Note();
        return new SettingChange(setting.Key, setting.Shown(before), setting.Shown(text));
    }

    private async Task<Error?> Refusal(Setting setting, CancellationToken ct)
    {
        if (!actor.May(setting.ChangeNeeds))
            return Denials.Of(setting);

        return setting.ChangeNeeds == PermissionGroup.Credentials ? await fresh.Require(ct) : null;
    }

    private async Task<string> StoredText(Setting setting, CancellationToken ct)
    {
        if (_changed.TryGetValue(setting.Key, out var text))
            return text;

        var row = await store.FindByKey(setting.Key, ct);
        return row is null ? setting.DefaultText : Plain(setting, row.Value);
    }

    private string Plain(Setting setting, string stored) => setting.IsSecret ? secrets.Unprotect(stored) ?? "" : stored;
}
