using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Webhooks;

public static class WebhookErrors
{
    public static Error NotFound { get; } = Error.NotFound("webhook.not_found");

    public static Error NoHook { get; } = Error.NotFound("webhook.no_hook", "there is no such hook, or none is switched on");

    public static Error OnItsWay { get; } = Error.Conflict("webhook.in_flight", "the event is being sent at this moment");

    public static Error ClaimLost { get; } = Error.Conflict("webhook.claim_lost", "another worker took the delivery over");
}
