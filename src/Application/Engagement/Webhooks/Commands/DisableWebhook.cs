using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Webhooks.Commands;

/// <summary>The receiver at this address says that it is gone for good.</summary>
internal sealed record DisableWebhook(string Hook, string Url) : ICommand, IChangesSettings
{
    public AuditRecord Audit(object? answer) => new("robot.webhook_gone", "webhook", Hook);
}

internal sealed class DisableWebhookHandler(SettingEditor editor) : ICommandHandler<DisableWebhook>
{
    public async Task<Result> Handle(DisableWebhook command, CancellationToken ct)
    {
        var hooks = await editor.Current(WebhookSettings.Webhooks, ct);
        var changed = hooks.Count > 0
            ? await editor.Change(WebhookSettings.Webhooks.Key, WebhookEndpointJson.Write(hooks.Select(hook => Off(hook, command))), ct)
            : await ForgetSingle(command.Url, ct);
        return changed.IsSuccess ? Result.Success : changed.Error;
    }

    /// <summary>An admin who has changed the address meanwhile keeps the hook.</summary>
    private static WebhookEndpoint Off(WebhookEndpoint hook, DisableWebhook command) =>
        hook.Name == command.Hook && hook.Url == command.Url ? hook with { Enabled = false } : hook;

    // Its switch is that of the robot's commands too, so the address goes instead.
    private async Task<Result<SettingChange?>> ForgetSingle(string url, CancellationToken ct) =>
        (await editor.Current(WebhookSettings.WebhookUrl, ct)).Trim() == url
            ? await editor.Change(WebhookSettings.WebhookUrl.Key, "", ct)
            : (SettingChange?)null;
}
