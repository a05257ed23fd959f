using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>The price rules of hosts. Pure.</summary>
public static class Pricing
{
    /// <summary>A VPS that costs more is a mistake, and stays far below where sums overflow.</summary>
    public static readonly Money MaxUnit = Money.Yuan(1_000_000_000_000);

    /// <summary>The days that a month's price pays where time is priced by the day.</summary>
    public const int DaysPerMonth = 30;

    /// <summary>A package with add-ons for one month. The add-ons are within the group's terms.</summary>
    public static Money Monthly(Package package, PlanGroup group, AddOns addOns) =>
        package.MonthlyPrice
        + group.Core.UnitPrice * addOns.Cores
        + group.Memory.UnitPrice * addOns.MemoryGb
        + group.Disk.UnitPrice * addOns.DiskGb
        + group.Bandwidth.UnitPrice * addOns.BandwidthMbps;

    /// <summary>
    /// The price of one VPS, rounded half away from zero. Without a cycle it is one month; a number of cycles of 0 or less counts as 1.
    /// </summary>
    /// <returns>A refusal that names the field: <c>add_*</c>, <c>billing_cycle_id</c> or <c>cycle_qty</c>.</returns>
    public static Result<Quote> Quote(Package package, PlanGroup group, BillingCycle? cycle, AddOns addOns, int cycleQty)
    {
        if (group.Check(addOns) is { } addOnError)
            return addOnError;

        var cycles = cycle is null ? 1 : Math.Max(cycleQty, 1);
        if (cycle is not null && Check(cycle, cycles) is { } cycleError)
            return cycleError;

        var monthly = Monthly(package, group, addOns);
        var factor = (cycle?.Multiplier ?? 1) * cycles;
        return monthly.Cents * factor <= MaxUnit.Cents
            ? new Quote(monthly, monthly.Scale(factor), (cycle?.Months ?? 1) * cycles, cycles, factor * DaysPerMonth)
            : Error.Validation("spec", "the price is too high", "price.too_high");
    }

    /// <summary>Why this many cycles are not sold, by the field <c>billing_cycle_id</c> or <c>cycle_qty</c>; null when they are.</summary>
    public static Error? Check(BillingCycle cycle, int cycles)
    {
        if (!cycle.Active)
            return Error.Validation("billing_cycle_id", "the billing cycle is not offered", "billing_cycle.inactive");

        if (cycles < cycle.MinQty || (cycle.MaxQty > 0 && cycles > cycle.MaxQty))
            return Error.Validation("cycle_qty", $"cycle_qty must be {Bounds(cycle)}");

        return (long)cycle.Months * cycles <= BillingCycle.MaxMonths
            ? null
            : Error.Validation("cycle_qty", $"the duration must be at most {BillingCycle.MaxMonths} months");
    }

    private static string Bounds(BillingCycle cycle) =>
        cycle.MaxQty > 0 ? $"between {Math.Max(cycle.MinQty, 1)} and {cycle.MaxQty}" : $"at least {cycle.MinQty}";
}
