using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Plugins.Commands;

/// <summary>The plugin does not run any more; its file and its configuration stay.</summary>
public sealed record DisablePlugin(string Key) : ICommand, IChangesSettings
{
    public AuditRecord Audit(object? answer) => new("plugin.disable", "payment_plugin", Key);
}

internal sealed class DisablePluginHandler(SettingEditor editor) : ICommandHandler<DisablePlugin>
{
    public async Task<Result> Handle(DisablePlugin command, CancellationToken ct)
    {
        var approved = await editor.Current(PluginSettings.Approved, ct);
        if (approved.All(approval => approval.Key != command.Key))
            return PluginErrors.NotFound;

        var changed = await editor.Change(
            PluginSettings.Approved.Key, PluginJson.Write(approved.Where(approval => approval.Key != command.Key)), ct);
        return changed.IsSuccess ? Result.Success : changed.Error;
    }
}
