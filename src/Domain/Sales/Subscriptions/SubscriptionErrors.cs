using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Subscriptions;

public static class SubscriptionErrors
{
    public static Error NotFound { get; } = Error.NotFound("subscription.not_found", "subscription not found");

    public static Error Exists { get; } =
        Error.Conflict("subscription.exists", "the user has a subscription of this plan, which can be extended");

    public static Error Disabled { get; } = Error.Conflict("subscription.disabled", "your subscription of this plan is disabled");

    public static Error NothingToTurn { get; } = Error.Conflict("subscription.nothing_to_turn", "the period is not over");
}
