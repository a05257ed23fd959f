using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Domain.Servers;

/// <summary>What a longer life costs and how long it is. Pure; the formulas are in decision 0150.</summary>
public static class Renewal
{
    public const int MaxMonths = 600;

    /// <summary>What a month's price pays when time is sold by the day, and the length of every month in the old arithmetic.</summary>
    private const int DaysPerMonth = Pricing.DaysPerMonth;

    /// <summary>Nobody pays for a VPS further ahead than this.</summary>
    private const int MaxYearsAhead = 100;

    /// <summary>
    /// Months at the monthly price each, or days at a thirtieth of it each; one month when neither is above 0. In the old
    /// arithmetic days are sold in months that are begun, and a month has thirty days.
    /// </summary>
    /// <param name="months">Counts when above 0.</param>
    /// <param name="days">Counts otherwise.</param>
    public static Result<SoldTime> ByTime(int months, int days, bool inThirties)
    {
        if (months < 0 || days < 0)
            return Error.Validation(months < 0 ? "duration_months" : "renew_days", "must not be negative");

        var begun = months > 0 ? months : (int)(((long)days + DaysPerMonth - 1) / DaysPerMonth);
        if (begun > MaxMonths)
            return Error.Validation(months > 0 ? "duration_months" : "renew_days", $"must be at most {MaxMonths} months");

        return months > 0 || days == 0 || inThirties
            ? Whole(Math.Max(begun, 1), Math.Max(begun, 1), months > 0 ? "duration_months" : "renew_days", inThirties)
            : new SoldTime(0, days, days, "renew_days");
    }

    /// <summary>A number of cycles, which cost what they cost in a purchase.</summary>
    /// <param name="qty">0 or less counts as 1.</param>
    public static Result<SoldTime> ByCycle(BillingCycle cycle, int qty, bool inThirties)
    {
        var cycles = Math.Max(qty, 1);
        return Pricing.Check(cycle, cycles) is { } error
            ? error
            : Whole(cycle.Months * cycles, cycle.Multiplier * cycles, "billing_cycle_id", inThirties);
    }

    /// <summary>Rounded half away from zero.</summary>
    public static Result<Money> Price(Money monthly, SoldTime time)
    {
        var cents = monthly.Cents * time.PricedDays / DaysPerMonth;
        return cents <= Pricing.MaxUnit.Cents
            ? monthly.Scale(time.PricedDays, DaysPerMonth)
            : Error.Validation(time.Field, "the price is too high", "price.too_high");
    }

    /// <summary>Time that is left stays; time that has passed without a VPS is not paid for.</summary>
    public static DateTimeOffset From(DateTimeOffset? expireAt, DateTimeOffset now) => expireAt > now ? expireAt.Value : now;

    public static DateTimeOffset Until(DateTimeOffset from, int anchorDay, VpsExtension time, BillingCalendar calendar)
    {
        var months = time.Months > 0 ? calendar.AddMonths(from, anchorDay, time.Months) : from;
        return time.Days > 0 ? calendar.AddDays(months, time.Days) : months;
    }

    public static Result Reaches(DateTimeOffset? expireAt, SoldTime time, DateTimeOffset now)
    {
        var latest = now.AddYears(MaxYearsAhead);
        var from = From(expireAt, now);
        return from <= latest && from.AddMonths(time.Months).AddDays(time.Days) <= latest ? Result.Success : VpsErrors.PaidTooFarAhead;
    }

    private static SoldTime Whole(int months, decimal monthlyPrices, string field, bool inThirties) => inThirties
        ? new SoldTime(0, months * DaysPerMonth, monthlyPrices * DaysPerMonth, field)
        : new SoldTime(months, 0, monthlyPrices * DaysPerMonth, field);
}
