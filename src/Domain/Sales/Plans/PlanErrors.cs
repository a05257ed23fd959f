using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Plans;

public static class PlanErrors
{
    public static Error NotFound { get; } = Error.NotFound("plan.not_found", "plan not found");

    public static Error SlugTaken { get; } = Error.Conflict("plan.slug_taken", "another plan has this slug");

    public static Error NotSold { get; } = Error.Validation("plan_id", "the plan is not for sale", "plan.not_sold");
}
