using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Domain.Servers;

/// <content>How its time came about: every movement of <see cref="ExpireAt"/> is a period.</content>
public sealed partial class Vps
{
    private readonly List<VpsPeriod> _periods = [];

    public DateTimeOffset? ExpireAt { get; private set; }

    /// <summary>The day of the month on which its months begin; null for the day of <see cref="ExpireAt"/>.</summary>
    public int? AnchorDay { get; private set; }

    public IReadOnlyList<VpsPeriod> Periods => _periods;

    private IEnumerable<VpsPeriod> Sold => _periods.Where(period => period.IsSold).OrderBy(period => period.Seq);

    /// <summary>The paid time starts when the VPS is asked for, not when an attempt failed days ago.</summary>
    /// <param name="until">An end that was agreed on; null counts the months.</param>
    public void StartPeriod(VpsPurchase plan, PeriodPrice price, BillingCalendar calendar, DateTimeOffset now)
    {
        AnchorDay = calendar.DayOf(plan.Until ?? now);
        var until = plan.Until ?? calendar.AddMonths(now, AnchorDay.Value, Math.Max(1, plan.Months));
        _periods.Clear();
        Add(VpsPeriodKind.Purchase, now, until, price with { PricedDays = plan.PriceDays(until - now) });
        Show(now, until);
    }

    /// <summary>An admin wrote it down with time that was sold elsewhere.</summary>
    public void RecordPeriod(DateTimeOffset from, DateTimeOffset until, PeriodPrice price, BillingCalendar calendar)
    {
        AnchorDay = calendar.DayOf(until);
        Add(VpsPeriodKind.Record, from, until, price);
    }

    /// <summary>Until when it lives with more time; months run from its anchor day.</summary>
    public DateTimeOffset Until(VpsExtension time, DateTimeOffset from, BillingCalendar calendar) =>
        Renewal.Until(from, AnchorDay ?? calendar.DayOf(ExpireAt ?? from), time, calendar);

    /// <summary>More time was sold.</summary>
    /// <param name="from">The end before it, or later; what has moved the end since then does not count.</param>
    public void Extend(DateTimeOffset from, DateTimeOffset until, PeriodPrice price, DateTimeOffset now)
    {
        Prolong(VpsPeriodKind.Renewal, from, until, price);
        Show(now, until);
    }

    /// <summary>Time was granted. Nobody paid for it: neither a step down nor a refund turns it into money.</summary>
    /// <inheritdoc cref="Extend"/>
    public void ExtendInEmergency(DateTimeOffset from, DateTimeOffset until, OrderItemId item, DateTimeOffset now)
    {
        Prolong(VpsPeriodKind.Emergency, from, until, new PeriodPrice(item, Money.Yuan(0), 0));
        LastEmergencyRenewAt = now;
    }

    /// <summary>An admin grants time or takes it. Months begin on the new end's day from then on.</summary>
    public void MoveExpiry(DateTimeOffset until, BillingCalendar calendar, DateTimeOffset now)
    {
        AnchorDay = calendar.DayOf(until);
        if (ExpireAt == until)
            return;

        Add(VpsPeriodKind.Goodwill, ExpireAt ?? now, until);
        if (VpsSpec.Time(Spec, "current_period_end") > until)
            Spec = VpsSpec.With(Spec, ("current_period_end", VpsSpec.Instant(until)));
    }

    /// <summary>
    /// The time that was sold and has not passed. Without a period that says so, it is what the JSON of an older row names, else
    /// the time from the row's beginning to its end, at a month's price for thirty days.
    /// </summary>
    /// <param name="paid">The items whose orders are paid.</param>
    public IReadOnlyList<UnusedTime> UnusedTime(DateTimeOffset at, IReadOnlySet<OrderItemId> paid)
    {
        if (!Sold.Any())
            return Older() is { } older && older.End > at ? [older] : [];

        return [.. Unused(at).Select(period =>
            new UnusedTime(period.StartsAt, End(period), period.Length, period.PricedDays, Left(period, at, paid)))];
    }

    /// <summary>
    /// The VPS has another size. What that cost is written to the periods that were sold, by the price of what is left of each, and so is
    /// what went back, as far as money that was paid for them is left.
    /// </summary>
    /// <param name="amount">Negative for what went back.</param>
    /// <param name="paid">The items whose orders are paid.</param>
    public void Resize(VpsResize to, OrderItemId item, Money amount, DateTimeOffset at, IReadOnlySet<OrderItemId> paid)
    {
        var lessPerMonth = MonthlyPriceCents - to.MonthlyPriceCents;
        Resize(to);
        List<VpsPeriod> sold = [.. Unused(at)];
        List<decimal> weights = [.. sold.Select(period => amount.IsNegative
            ? Math.Min(Left(period, at, paid).Cents, PricedDaysLeft(period, at) * Math.Max(lessPerMonth, 0) / Pricing.DaysPerMonth)
            : PricedDaysLeft(period, at))];
        List<Money> parts = [.. amount.Split(weights)];
        if (amount.IsNegative)
            KeepWithin(parts, [.. sold.Select(period => Left(period, at, paid).Cents)]);

        foreach (var (period, part) in sold.Zip(parts).Where(one => !one.Second.IsZero))
            _periods.Add(VpsPeriod.Resized(NextSeq, period, at > period.StartsAt ? at : period.StartsAt, End(period), part, item));
    }

    /// <summary>Rounding may take a cent more off a period than is left of what was paid for it; that cent is another period's.</summary>
    private static void KeepWithin(List<Money> parts, IReadOnlyList<long> left)
    {
        var over = 0L;
        for (var i = 0; i < parts.Count; i++)
        {
            var excess = Math.Max(0, -parts[i].Cents - left[i]);
            parts[i] = parts[i] with { Cents = parts[i].Cents + excess };
            over += excess;
        }

        for (var i = 0; i < parts.Count && over > 0; i++)
        {
            var moved = Math.Min(over, left[i] + parts[i].Cents);
            parts[i] = parts[i] with { Cents = parts[i].Cents - moved };
            over -= moved;
        }

        if (over > 0)
            parts[0] = parts[0] with { Cents = parts[0].Cents - over };
    }

    private decimal PricedDaysLeft(VpsPeriod sold, DateTimeOffset at) =>
        sold.PricedDays * Later(at, sold.StartsAt, End(sold)) / sold.Length.Ticks;

    /// <summary>What was sold and has time left; a period that was taken away before it began has none.</summary>
    private IEnumerable<VpsPeriod> Unused(DateTimeOffset at) =>
        Sold.Where(period => End(period) > at && period.Length > TimeSpan.Zero && End(period) > period.StartsAt);

    private int NextSeq => _periods.Count == 0 ? 1 : _periods.Max(period => period.Seq) + 1;

    private static decimal Later(DateTimeOffset at, DateTimeOffset start, DateTimeOffset end) => (end - (at > start ? at : start)).Ticks;

    private void Add(VpsPeriodKind kind, DateTimeOffset from, DateTimeOffset to, PeriodPrice? price = null)
    {
        _periods.Add(VpsPeriod.Of(NextSeq, kind, from, to, price));
        ExpireAt = to;
    }

    /// <summary>
    /// The upstream was told the new end before we write it down, so a look in between has shown it already: that is taken back first.
    /// </summary>
    private void Prolong(VpsPeriodKind kind, DateTimeOffset from, DateTimeOffset until, PeriodPrice price)
    {
        if (ExpireAt > from)
            Add(VpsPeriodKind.Upstream, ExpireAt.Value, from);

        Add(kind, from, until, price);
    }

    /// <summary>Where time was taken away, what was sold before ends with it.</summary>
    private DateTimeOffset End(VpsPeriod sold) => _periods
        .Where(period => period.Seq > sold.Seq && period.ResizeOf is null && period.EndsAt < period.StartsAt)
        .Select(period => period.EndsAt).Append(sold.EndsAt).Min();

    private Money Left(VpsPeriod sold, DateTimeOffset at, IReadOnlySet<OrderItemId> paid)
    {
        var end = End(sold);
        var left = Money.Yuan(0);
        foreach (var part in PartsOf(sold, paid))
            left += Money.Yuan(part.AmountCents)
                .Share(TimeSpan.FromTicks((long)Later(at, part.StartsAt, end)), part.Length, MidpointRounding.ToNegativeInfinity);

        return left.IsNegative ? Money.Yuan(0) : left;
    }

    private UnusedTime? Older()
    {
        var start = VpsSpec.Time(Spec, "current_period_start", "period_start", "last_renew_at", "purchase_at") ?? CreatedAt;
        var end = VpsSpec.Time(Spec, "current_period_end", "period_end") ?? _periods.MinBy(period => period.Seq)?.StartsAt ?? ExpireAt;
        return end > start ? new UnusedTime(start, end.Value, end.Value - start, (decimal)(end.Value - start).TotalDays, null) : null;
    }

    /// <summary>Clients read the last payment's period from the JSON.</summary>
    private void Show(DateTimeOffset start, DateTimeOffset end) => Spec = VpsSpec.With(
        Spec, ("current_period_start", VpsSpec.Instant(start)), ("current_period_end", VpsSpec.Instant(end)));
}
