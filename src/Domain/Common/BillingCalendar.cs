namespace VpsPanel.Domain.Common;

/// <summary>
/// Months and days of the calendar in the operator's time zone: a period ends at the time of day at which it began, also when the
/// clocks are changed in between. Pure.
/// </summary>
/// <param name="Zone">The zone of the setting <c>billing_time_zone</c>.</param>
public sealed record BillingCalendar(TimeZoneInfo Zone)
{
    public static BillingCalendar Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>The day of the month, from 1 to 31, as the zone's calendar shows it.</summary>
    public int DayOf(DateTimeOffset instant) => Local(instant).Day;

    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The first instant of a day; where midnight is left out, the one after what is left out.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Instant(day, DateTime.MinValue);

    /// <summary>
    /// So many months later. Months run from anchor day to anchor day, in a short month to its last day: with the anchor 31 it is
    /// 31 Jan, 28 Feb, 31 Mar. Days past the anchor day (bought by the day, granted, or of a late restart) are carried along.
    /// </summary>
    /// <param name="anchorDay">From 1 to 31.</param>
    /// <param name="months">0 or more.</param>
    public DateTimeOffset AddMonths(DateTimeOffset from, int anchorDay, int months)
    {
        var local = Local(from);
        var date = DateOnly.FromDateTime(local);
        var month = Anchor(date, anchorDay) <= date ? date : date.AddDays(-date.Day);
        var past = date.DayNumber - Anchor(month, anchorDay).DayNumber;
        return Instant(Anchor(month.AddDays(1 - month.Day).AddMonths(months), anchorDay).AddDays(past), local);
    }

    /// <summary>So many days later at the same time of day.</summary>
    public DateTimeOffset AddDays(DateTimeOffset from, int days)
    {
        var local = Local(from);
        return Instant(DateOnly.FromDateTime(local).AddDays(days), local);
    }

    /// <summary>The anchor day in the month of this date.</summary>
    private static DateOnly Anchor(DateOnly month, int anchorDay) =>
        new(month.Year, month.Month, Math.Min(anchorDay, DateTime.DaysInMonth(month.Year, month.Month)));

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>
    /// Of a time that comes twice the later one; a time that is left out, be it a whole day, moves on by what is left out. Asks the zone
    /// about instants only: what it says of local times knows no change but that of summer time.
    /// </summary>
    private DateTimeOffset Instant(DateOnly date, DateTime timeOf)
    {
        var local = new DateTimeOffset(date.ToDateTime(TimeOnly.FromDateTime(timeOf)), TimeSpan.Zero);
        var (before, after) = (Zone.GetUtcOffset(local.AddDays(-1)), Zone.GetUtcOffset(local.AddDays(1)));
        var instants = new[] { before, after }.Where(offset => Zone.GetUtcOffset(local - offset) == offset).Select(offset => local - offset);
        return instants.DefaultIfEmpty(local - before).Max();
    }
}
