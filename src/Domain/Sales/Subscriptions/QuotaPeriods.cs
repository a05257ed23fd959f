using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Domain.Sales.Subscriptions;

/// <summary>
/// The periods of a quota that comes back, counted from 0. They begin at the start of a local day: the first day itself, and from it so many
/// days or months on, in a short month its last day (31 Jan, 28 Feb, 31 Mar). Pure.
/// </summary>
/// <param name="Reset">Not <see cref="QuotaReset.None"/>.</param>
/// <param name="FirstDay">The local day on which the subscription began.</param>
public sealed record QuotaPeriods(QuotaReset Reset, DateOnly FirstDay, BillingCalendar Calendar)
{
    private const int DaysOfWeek = 7;
    private const int ThirtyDays = 30;
    private const int MonthsOfYear = 12;

    public DateTimeOffset StartOf(int period) => Calendar.StartOf(DayOf(period));

    /// <summary>The period that runs at this instant; 0 before the first day too.</summary>
    public int At(DateTimeOffset instant)
    {
        var date = Calendar.DateOf(instant);
        if (date <= FirstDay)
            return 0;

        if (Reset != QuotaReset.Month)
            return (date.DayNumber - FirstDay.DayNumber) / Days;

        var months = ((date.Year - FirstDay.Year) * MonthsOfYear) + date.Month - FirstDay.Month;
        return DayOf(months) > date ? months - 1 : months;
    }

    /// <summary>
    /// When the quota comes back next: null when that would be on the last local day, or after the end. A subscription that ends in the
    /// morning is not given a whole quota for it.
    /// </summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant, DateTimeOffset expiresAt)
    {
        var next = At(instant) + 1;
        return IsWithin(next, expiresAt) ? StartOf(next) : null;
    }

    /// <summary>The last period that begins before the end.</summary>
    public int LastBefore(DateTimeOffset expiresAt)
    {
        var last = At(expiresAt);
        return last > 0 && !IsWithin(last, expiresAt) ? last - 1 : last;
    }

    /// <summary>How many periods this time has a part of, one at least.</summary>
    public int Count(DateTimeOffset from, DateTimeOffset until) => Math.Max(LastBefore(until) - At(from), 0) + 1;

    private int Days => Reset switch
    {
        QuotaReset.Day => 1,
        QuotaReset.Week => DaysOfWeek,
        QuotaReset.ThirtyDays => ThirtyDays,
        _ => throw new InvalidOperationException($"{Reset} has no length in days."),
    };

    private DateOnly DayOf(int period) => Reset == QuotaReset.Month ? FirstDay.AddMonths(period) : FirstDay.AddDays(period * Days);

    private bool IsWithin(int period, DateTimeOffset expiresAt) =>
        DayOf(period) < Calendar.DateOf(expiresAt) && StartOf(period) < expiresAt;
}
