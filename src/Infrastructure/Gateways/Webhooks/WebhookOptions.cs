namespace VpsPanel.Infrastructure.Gateways.Webhooks;

/// <summary>Section <c>Webhooks</c> of the configuration.</summary>
public sealed class WebhookOptions
{
    /// <summary>Networks such as <c>10.0.0.0/8</c> that may be called although they are not public.</summary>
    public List<string> AllowedNetworks { get; set; } = [];
}
