using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Subscriptions;

public static class PlanChangeErrors
{
    public static Error QuoteNotFound { get; } = Error.NotFound("plan_change.quote_not_found", "quote not found") with
    {
        Details = new Dictionary<string, string[]> { ["quote_id"] = ["quote not found"] },
    };

    public static Error QuoteExpired { get; } = Error.Conflict("plan_change.quote_expired", "the quote is too old, ask for a new one");

    public static Error Changed { get; } =
        Error.Conflict("plan_change.changed", "the subscription, its orders or the plan changed since the quote, ask for a new one");

    public static Error SamePlan { get; } = Error.Conflict("plan_change.same_plan", "the subscription has this plan, which can be renewed");

    public static Error NotLive { get; } = Error.Conflict("plan_change.not_live", "only a subscription that is active can change its plan");
}
