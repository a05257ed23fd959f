using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>A plan as it was when it was ordered; what is delivered for the money, however the plan changes.</summary>
public sealed record PlanSnapshot(
    long Id,
    string Name,
    string Slug,
    string Description,
    long PriceCents,
    string Currency,
    int DurationDays,
    long TrafficLimitBytes,
    int DevicesLimit,
    IReadOnlyList<string> Features,
    IReadOnlyList<string> Tags)
{
    internal Money Price => new(PriceCents, Currency);

    public static PlanSnapshot Of(Plan plan) => new(
        plan.Id.Value,
        plan.Name,
        plan.Slug,
        plan.Description,
        plan.PriceCents,
        plan.Currency,
        plan.DurationDays,
        plan.TrafficLimitBytes,
        plan.DevicesLimit,
        plan.Features,
        plan.Tags);
}
