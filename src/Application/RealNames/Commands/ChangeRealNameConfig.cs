using System.Text.Json.Nodes;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.RealNames.Commands;

/// <summary>What is null stays as it is.</summary>
public sealed record ChangeRealNameConfig(bool? Enabled, string? Provider, IReadOnlyList<string>? BlockActions)
    : ICommand<IReadOnlyList<SettingChange>>, IChangesSettings
{
    public AuditRecord Audit(object? answer) => new("realname.update", "integration", "realname", new { changes = answer });
}

internal sealed class ChangeRealNameConfigHandler(SettingEditor editor)
    : ICommandHandler<ChangeRealNameConfig, IReadOnlyList<SettingChange>>
{
    public async Task<Result<IReadOnlyList<SettingChange>>> Handle(ChangeRealNameConfig command, CancellationToken ct)
    {
        (Setting Setting, string? Text)[] wanted =
        [
            (RealNameSettings.Enabled, command.Enabled is { } on ? on ? "true" : "false" : null),
            (RealNameSettings.Provider, command.Provider),
            (RealNameSettings.BlockActions, command.BlockActions is { } actions ? List(actions) : null),
        ];

        List<SettingChange> changes = [];
        foreach (var (setting, text) in wanted.Where(change => change.Text is not null))
        {
            var changed = await editor.Change(setting.Key, text!, ct);
            if (!changed.IsSuccess)
                return changed.Error;

            if (changed.Value is { } change)
                changes.Add(change);
        }

        return changes;
    }

    private static string List(IEnumerable<string> words) => new JsonArray([.. words.Select(word => (JsonNode?)word)]).ToJsonString();
}
