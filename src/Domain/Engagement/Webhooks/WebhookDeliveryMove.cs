namespace VpsPanel.Domain.Engagement.Webhooks;

public enum WebhookDeliveryMove
{
    Claim,
    Deliver,
    Postpone,
    DeadLetter,
    Resend,
}
