using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Hosts;

/// <summary>The time that the last payment bought.</summary>
public readonly record struct PaidPeriod(DateTimeOffset Start, DateTimeOffset End)
{
    public TimeSpan Length => End - Start;
}

/// <param name="Charge">Negative when the host becomes cheaper.</param>
/// <param name="Refund">What goes back to the owner; at most what the charge says.</param>
public sealed record ResizePrice(Money Charge, Money Refund);

/// <summary>What another size costs for the time that is paid already. Pure.</summary>
/// <param name="IsFull">A bigger host costs the difference of a whole month instead of the time that is left.</param>
/// <param name="RefundRatio">Part of a negative charge that goes back, from 0 to 1.</param>
/// <param name="Refunds">Whether anything goes back at all.</param>
/// <param name="Curve">Charged part of the difference at a percentage of the period; replaces the share of time when it has points.</param>
public sealed record ResizePricing(
    bool IsFull, MidpointRounding Rounding, Money MinCharge, Money MinRefund, decimal RefundRatio, bool Refunds, RatioCurve Curve)
{
    /// <param name="current">Per month, as <paramref name="target"/>.</param>
    /// <param name="period">Null when nothing is known to be paid: then nothing is charged and nothing goes back.</param>
    /// <param name="at">When the host changes.</param>
    public ResizePrice Quote(Money current, Money target, PaidPeriod? period, DateTimeOffset at)
    {
        var delta = target - current;
        if (delta.IsZero || period is not { } paid || paid.Length <= TimeSpan.Zero || at >= paid.End)
            return new ResizePrice(Money.Zero(delta.Currency), Money.Zero(delta.Currency));

        return delta.IsPositive
            ? new ResizePrice(Raised(StepUp(delta, paid, at)), Money.Zero(delta.Currency))
            : StepDown(delta, paid, at);
    }

    private Money Raised(Money charge) => charge.IsPositive && charge < MinCharge ? MinCharge : charge;

    private Money StepUp(Money delta, PaidPeriod paid, DateTimeOffset at)
    {
        if (!Curve.IsEmpty)
            return Rounded(delta, Curve.At(Percent(paid, at)));

        return IsFull ? delta : delta.Share(paid.End - at, paid.Length, Rounding);
    }

    /// <summary>Never more goes back than the same step up cost at any moment of the period so far: see decision 0043.</summary>
    private ResizePrice StepDown(Money delta, PaidPeriod paid, DateTimeOffset at)
    {
        var (charge, cheapest) = Curve.IsEmpty
            ? (delta.Share(paid.End - at, paid.Length, Rounding), (-delta).Share(paid.End - at, paid.Length, Rounding))
            : (Rounded(delta, Curve.At(Percent(paid, at))), Rounded(-delta, Curve.LeastUntil(Percent(paid, at))));
        var refund = (-charge < cheapest ? -charge : cheapest).Scale(Math.Clamp(RefundRatio, 0, 1));
        return new ResizePrice(charge, Refunds && refund >= MinRefund ? refund : Money.Zero(delta.Currency));
    }

    private Money Rounded(Money delta, decimal ratio) =>
        delta with { Cents = checked((long)decimal.Round(delta.Cents * ratio, 0, Rounding)) };

    private static decimal Percent(PaidPeriod paid, DateTimeOffset at) =>
        at > paid.Start ? 100m * (at - paid.Start).Ticks / paid.Length.Ticks : 0;
}
