using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Engagement.Webhooks.WebhookDeliveryMove;
using static VpsPanel.Domain.Engagement.Webhooks.WebhookDeliveryStatus;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Engagement.Webhooks.WebhookDeliveryStatus, VpsPanel.Domain.Engagement.Webhooks.WebhookDeliveryMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Engagement.Webhooks;

/// <summary>Sending to sending is the claim of a delivery whose last claim lapsed. What arrived may be sent again.</summary>
public static class WebhookDeliveryFlow
{
    public static Flow<WebhookDeliveryStatus, WebhookDeliveryMove, ActorKind> Table { get; } = new(
        "webhook-delivery",
        new Step(Pending, Claim, Sending, ActorKind.System),
        new Step(Sending, Claim, Sending, ActorKind.System),
        new Step(Sending, Deliver, Delivered, ActorKind.System),
        new Step(Sending, Postpone, Pending, ActorKind.System),
        new Step(Sending, DeadLetter, Parked, ActorKind.System),
        new Step(Pending, DeadLetter, Parked, ActorKind.System),
        new Step(Pending, Resend, Pending, ActorKind.System, Admin),
        new Step(Sending, Resend, Pending, Admin),
        new Step(Delivered, Resend, Pending, Admin),
        new Step(Parked, Resend, Pending, Admin));
}
