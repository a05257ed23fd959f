namespace VpsPanel.WebApi.Http.Panel;

/// <summary>Section <c>Panel:Webhook</c> of the configuration: how payment reports prove themselves.</summary>
public sealed class WebhookOptions
{
    /// <summary>Sent back in <c>X-ZNP-Webhook-Token</c>; empty for none.</summary>
    public string SharedToken { get; set; } = "";

    public StripeOptions Stripe { get; } = new();

    public bool IsConfigured => SharedToken.Length > 0 || Stripe.SigningSecret.Length > 0;
}
