using VpsPanel.Domain.Catalog;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Hosts;

/// <summary>What a longer life costs and how long it is. Pure.</summary>
public static class Renewal
{
    public const int MaxMonths = 600;

    /// <summary>A month that is bought later has 30 days, whatever the calendar says.</summary>
    public const int DaysPerMonth = 30;

    /// <summary>Nobody pays for a host further ahead than this.</summary>
    private const int MaxYearsAhead = 100;

    /// <param name="months">Counts when above 0.</param>
    /// <param name="days">Counts otherwise, in months that are begun; one month when it is not above 0 either.</param>
    public static Result<int> Months(int months, int days)
    {
        if (months < 0 || days < 0)
            return Error.Validation(months < 0 ? "duration_months" : "renew_days", "must not be negative");

        var wanted = months > 0 ? months : (int)(((long)(days > 0 ? days : DaysPerMonth) + DaysPerMonth - 1) / DaysPerMonth);
        return wanted <= MaxMonths
            ? wanted
            : Error.Validation(months > 0 ? "duration_months" : "renew_days", $"must be at most {MaxMonths} months");
    }

    /// <summary>No cycle makes it cheaper.</summary>
    public static Result<Money> Price(Money monthly, int months)
    {
        var price = monthly * months;
        return price <= Pricing.MaxUnit ? price : Error.Validation("duration_months", "the price is too high", "price.too_high");
    }

    /// <summary>Time that is left stays; time that has passed without a host is not paid for.</summary>
    public static DateTimeOffset Until(DateTimeOffset? expireAt, int days, DateTimeOffset now) =>
        (expireAt > now ? expireAt.Value : now).AddDays(days);

    public static Result Reaches(DateTimeOffset? expireAt, int days, DateTimeOffset now) =>
        (expireAt > now ? expireAt.Value - now : TimeSpan.Zero) + TimeSpan.FromDays(days) <= now.AddYears(MaxYearsAhead) - now
            ? Result.Success
            : VpsErrors.PaidTooFarAhead;
}
