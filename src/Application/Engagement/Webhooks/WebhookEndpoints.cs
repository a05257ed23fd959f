using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Engagement.Webhooks;

/// <summary>Who is told of events.</summary>
public sealed class WebhookEndpoints(ISettings settings)
{
    /// <summary>The hook that the single address makes while the list is empty.</summary>
    public const string Single = "robot";

    public async Task<IReadOnlyList<WebhookEndpoint>> List(CancellationToken ct)
    {
        var hooks = await settings.Get(WebhookSettings.Webhooks, ct);
        if (hooks.Count > 0)
            return hooks;

        var url = (await settings.Get(WebhookSettings.WebhookUrl, ct)).Trim();
        return url.Length == 0
            ? []
            : [new WebhookEndpoint(
                Single, url, await settings.Get(WebhookSettings.WebhookSecret, ct), await settings.IsOn(WebhookSettings.WebhookEnabled, ct),
                [])];
    }

    /// <summary>Null when it is gone or switched off.</summary>
    public async Task<WebhookEndpoint?> FindUsable(string name, CancellationToken ct) =>
        (await List(ct)).FirstOrDefault(hook => hook.IsUsable && hook.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
