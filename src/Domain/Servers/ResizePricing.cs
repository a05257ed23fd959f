using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

/// <summary>
/// What another size costs for the time that is sold already: for each period the part that is left of the difference between what
/// the whole period costs at the one size and at the other. Pure; see decisions 0043 and 0151.
/// </summary>
/// <param name="IsFull">A bigger VPS costs the difference of the whole period instead of the time that is left.</param>
/// <param name="RefundRatio">Part of a negative charge that goes back, from 0 to 1.</param>
/// <param name="Refunds">Whether anything goes back at all.</param>
/// <param name="Curve">Charged part of the difference at a percentage of the period; replaces the share of time when it has points.</param>
public sealed record ResizePricing(
    bool IsFull, MidpointRounding Rounding, Money MinCharge, Money MinRefund, decimal RefundRatio, bool Refunds, RatioCurve Curve)
{
    /// <param name="current">Per month, as <paramref name="target"/>.</param>
    /// <param name="unused">Without any nothing is charged and nothing goes back.</param>
    /// <param name="at">When the VPS changes.</param>
    public ResizePrice Quote(Money current, Money target, IReadOnlyList<UnusedTime> unused, DateTimeOffset at)
    {
        var charge = Money.Zero(current.Currency);
        var refund = charge;
        foreach (var period in unused.Where(period => at < period.End))
        {
            var delta = period.At(target) - period.At(current);
            var price = delta.IsNegative ? StepDown(delta, period, at) : new ResizePrice(StepUp(delta, period, at), Money.Zero(delta.Currency));
            (charge, refund) = (charge + price.Charge, refund + price.Refund);
        }

        return new ResizePrice(charge.IsPositive && charge < MinCharge ? MinCharge : charge, Paid(refund));
    }

    private Money Paid(Money refund)
    {
        var part = refund.Scale(Math.Clamp(RefundRatio, 0, 1));
        return Refunds && part >= MinRefund ? part : Money.Zero(refund.Currency);
    }

    private Money StepUp(Money delta, UnusedTime period, DateTimeOffset at)
    {
        if (!Curve.IsEmpty)
            return Rounded(delta, Curve.At(Percent(period, at)));

        return IsFull ? delta : Share(delta, period, at);
    }

    /// <summary>
    /// Never more goes back than the same step up cost at any moment of the period so far, or than is left of what was paid for it:
    /// see decision 0043.
    /// </summary>
    private ResizePrice StepDown(Money delta, UnusedTime period, DateTimeOffset at)
    {
        var (charge, cheapest) = Curve.IsEmpty
            ? (Share(delta, period, at), Share(-delta, period, at))
            : (Rounded(delta, Curve.At(Percent(period, at))), Rounded(-delta, Curve.LeastUntil(Percent(period, at))));
        var refund = -charge < cheapest ? -charge : cheapest;
        return new ResizePrice(charge, period.Left < refund ? period.Left.Value : refund);
    }

    private Money Share(Money delta, UnusedTime period, DateTimeOffset at) => delta.Share(period.LeftAt(at), period.Length, Rounding);

    private Money Rounded(Money delta, decimal ratio) =>
        delta with { Cents = checked((long)decimal.Round(delta.Cents * ratio, 0, Rounding)) };

    private static decimal Percent(UnusedTime period, DateTimeOffset at) =>
        at > period.Start ? 100m * (at - period.Start).Ticks / period.Length.Ticks : 0;
}
