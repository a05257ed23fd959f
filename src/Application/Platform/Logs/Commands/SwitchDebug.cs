using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Logs.Commands;

public sealed record SwitchDebug(bool Enabled) : ICommand, IChangesSettings
{
    public AuditRecord Audit(object? answer) => new("settings.update", "setting", DebugSettings.Enabled.Key, new { Enabled });
}

internal sealed class SwitchDebugHandler(SettingEditor editor) : ICommandHandler<SwitchDebug>
{
    public async Task<Result> Handle(SwitchDebug request, CancellationToken cancellationToken)
    {
        var changed = await editor.Change(DebugSettings.Enabled.Key, request.Enabled ? "true" : "false", cancellationToken);
        return changed.IsSuccess ? Result.Success : changed.Error;
    }
}
