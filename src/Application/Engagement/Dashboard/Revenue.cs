using System.Globalization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Dashboard;

/// <summary>What approved console orders are worth, less refunds and downgrades, by the UTC day of their approval.</summary>
internal static class Revenue
{
    /// <summary>The orders that count; o is their table.</summary>
    public const string Counts = "o.kind = 'console' and o.currency = @Currency and o.status in ('approved', 'provisioning', 'active')";

    // The text of a date is YYYY-MM-DD on both databases.
    private static readonly Sql<Args, DayRow> ByDay = new(
        $"""
        select cast(cast(o.approved_at as date) as varchar(10)) as day, cast(sum(o.total_cents) as bigint) as cents
        from orders o
        where o.approved_at >= @From and {Counts}
        group by cast(cast(o.approved_at as date) as varchar(10))
        """);

    /// <summary>One point for each of the days up to today, oldest first.</summary>
    public static async Task<IReadOnlyList<RevenuePoint>> Daily(this IReadDb db, int days, DateTimeOffset now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return await db.Points([.. Enumerable.Range(0, days).Select(at => today.AddDays(at + 1 - days))], "yyyy-MM-dd", ct);
    }

    /// <summary>One point for each of the months up to this one, oldest first.</summary>
    public static async Task<IReadOnlyList<RevenuePoint>> Monthly(this IReadDb db, int months, DateTimeOffset now, CancellationToken ct)
    {
        var thisMonth = new DateOnly(now.UtcDateTime.Year, now.UtcDateTime.Month, 1);
        return await db.Points([.. Enumerable.Range(0, months).Select(at => thisMonth.AddMonths(at + 1 - months))], "yyyy-MM", ct);
    }

    /// <param name="firstDays">Where each point begins.</param>
    /// <param name="format">Of a point's date, a beginning of the day's text.</param>
    private static async Task<IReadOnlyList<RevenuePoint>> Points(
        this IReadDb db, IReadOnlyList<DateOnly> firstDays, string format, CancellationToken ct)
    {
        var from = new DateTimeOffset(firstDays[0], TimeOnly.MinValue, TimeSpan.Zero);
        var cents = (await db.List(ByDay, new Args(from, Money.DefaultCurrency), ct))
            .GroupBy(row => row.Day[..format.Length])
            .ToDictionary(point => point.Key, point => point.Sum(row => row.Cents));
        return [.. firstDays.Select(day => day.ToString(format, CultureInfo.InvariantCulture)).Select(date => new RevenuePoint(date, new Yuan(cents.GetValueOrDefault(date))))];
    }

    internal sealed record Args(DateTimeOffset From, string Currency);

    internal sealed record DayRow(string Day, long Cents);
}

/// <param name="Date"><c>YYYY-MM-DD</c>, or <c>YYYY-MM</c> for a month.</param>
/// <param name="Amount">Yuan, like every other amount of the console.</param>
public sealed record RevenuePoint(string Date, Yuan Amount);
