using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;

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
    IReadOnlyList<string> Tags,
    string Reset = "none")
{
    /// <summary>When the traffic comes back.</summary>
    internal QuotaReset QuotaReset => WireNames.Parse<QuotaReset>(Reset);

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
        plan.Tags,
        WireNames.Of(plan.Reset));

    /// <summary>The grant of an order of so many periods.</summary>
    public Grant GrantOf(OrderId order, int periods) => Grant.Paid(
        order, DurationDays * periods, QuotaReset == QuotaReset.None ? TrafficLimitBytes * periods : TrafficLimitBytes, QuotaReset);

    public SubscriptionTerms Terms() => new(new PlanId(Id), Name, Name, DevicesLimit) { Reset = QuotaReset };
}
