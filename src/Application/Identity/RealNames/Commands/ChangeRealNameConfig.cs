using System.Text.Json.Nodes;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.RealNames.Commands;

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
        var changes = await editor.ChangeAll(
            [
                new("enabled", RealNameSettings.Enabled, command.Enabled is { } on ? on ? "true" : "false" : null),
                new("provider", RealNameSettings.Provider, command.Provider),
                new("block_actions", RealNameSettings.BlockActions, command.BlockActions is { } actions ? List(actions) : null),
            ],
            ct);
        return changes.IsSuccess ? changes.Value : changes.Error;
    }

    private static string List(IEnumerable<string> words) => new JsonArray([.. words.Select(word => (JsonNode?)word)]).ToJsonString();
}
