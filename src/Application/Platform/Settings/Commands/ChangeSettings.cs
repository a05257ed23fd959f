using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Settings.Commands;

/// <summary>Sets all of these or none.</summary>
public sealed record ChangeSettings(IReadOnlyList<SettingText> Items) : ICommand<SettingsChanged>, IChangesSettings
{
    public AuditRecord Audit(object? answer) =>
        new("settings.update", "setting", Keys((SettingsChanged)answer!), new { ((SettingsChanged)answer!).Changes });

    private static string Keys(SettingsChanged changed)
    {
        var keys = string.Join(',', changed.Changes.Select(change => change.Key));
        return keys.Length > 128 ? keys[..128] : keys;
    }
}

/// <summary>A key and the text of its new value; null removes a secret.</summary>
public sealed record SettingText(string Key, string? Value);

/// <summary>What is different now; secrets are masked.</summary>
public sealed record SettingsChanged(bool Ok, IReadOnlyList<SettingChange> Changes);

internal sealed class ChangeSettingsValidator : AbstractValidator<ChangeSettings>
{
    public ChangeSettingsValidator()
    {
        RuleFor(command => command.Items).NotEmpty().WithMessage("key and value required")
            .Must(items => items.Count <= 200).WithMessage("must be at most 200 items");
        RuleForEach(command => command.Items).Must(item => !string.IsNullOrWhiteSpace(item.Key)).WithMessage("key required");
    }
}

internal sealed class ChangeSettingsHandler(SettingEditor editor)
    : ICommandHandler<ChangeSettings, SettingsChanged>
{
    public async Task<Result<SettingsChanged>> Handle(ChangeSettings request, CancellationToken cancellationToken)
    {
        var changes = new List<SettingChange>();
        var denied = new List<Error>();
        foreach (var item in request.Items)
        {
            var changed = await editor.Change(item.Key.Trim(), item.Value, cancellationToken);
            if (!changed.IsSuccess && !changed.Error.IsDenial())
                return changed.Error;

            if (!changed.IsSuccess)
                denied.Add(changed.Error);
            else if (changed.Value is { } change)
                changes.Add(change);
        }

        if (denied.Count > 0)
            return Denials.Of(denied);

        return await editor.Judge(cancellationToken) is { IsSuccess: false } broken ? broken.Error : new SettingsChanged(true, changes);
    }
}
