using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Domain.Servers;

/// <content>What its paid time is worth when it is given back; see decision 0195.</content>
public sealed partial class Vps
{
    /// <summary>
    /// Of each period that was paid, the part that the policy gives back at that period's own elapsed share: all of it is still to come for
    /// one that has not begun, nothing of one that is over. Granted time is no part of any period. Another size is paid for from
    /// the moment of the change to the end of its period, and counts as a period of that length.
    /// </summary>
    /// <param name="money">The answer is at most what is held; what went back otherwise than for a smaller size is taken off.</param>
    /// <param name="paid">The items whose orders are paid.</param>
    public Money RefundDue(RefundPolicy policy, VpsPayments money, IReadOnlySet<OrderItemId> paid, DateTimeOffset now)
    {
        var held = money.Held;
        if (!held.IsPositive || HasExpired(now))
            return Money.Zero(held.Currency);

        if (!Sold.Any())
            return Older() is { } older ? policy.Due(held, older.Start, older.End, now) : policy.Due(held, CreatedAt, ExpireAt, now);

        var forSmallerSizes = -_periods.Where(period => period.ResizeOf is not null).Sum(period => Math.Min(0, period.AmountCents));
        var elsewhere = Math.Max(0, money.Refunded.Cents - forSmallerSizes);
        var worth = Sold.Sum(period => Worth(period, policy, paid, now)) - elsewhere;
        return held with { Cents = Math.Clamp(worth, 0, held.Cents) };
    }

    private long Worth(VpsPeriod sold, RefundPolicy policy, IReadOnlySet<OrderItemId> paid, DateTimeOffset now)
    {
        var end = End(sold);
        var exact = PartsOf(sold, paid).Sum(part => part.AmountCents * Unused(part, end, policy, now));
        return Math.Max(0, RefundPolicy.Cents(exact));
    }

    /// <summary>Where time was taken away, the period is as long as what was left of it, and cost as much less.</summary>
    private static decimal Unused(VpsPeriod part, DateTimeOffset end, RefundPolicy policy, DateTimeOffset now)
    {
        var rest = end - part.StartsAt;
        return rest > TimeSpan.Zero ? policy.Ratio(now - part.StartsAt, rest) * rest.Ticks / part.Length.Ticks : 0;
    }

    /// <summary>The payments for a period that was sold: its own and those for other sizes; negative for what went back for smaller ones.</summary>
    private IEnumerable<VpsPeriod> PartsOf(VpsPeriod sold, IReadOnlySet<OrderItemId> paid) => _periods.Where(part =>
        (part.Seq == sold.Seq || part.ResizeOf == sold.Seq)
        && part.Length > TimeSpan.Zero
        && (part.AmountCents < 0 || (part.OrderItemId is { } item && paid.Contains(item))));
}
