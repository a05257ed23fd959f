using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

/// <summary>How much of what was paid for a VPS goes back to its owner. Pure.</summary>
/// <param name="Curve">Replaces the other rules when it has points.</param>
/// <param name="Full">Time after the start in which all goes back; nothing switches the rule off, likewise below.</param>
/// <param name="Prorate">Time after the start in which a part goes back that shrinks to nothing.</param>
/// <param name="NoRefund">Time after the start from which nothing goes back.</param>
public sealed record RefundPolicy(RatioCurve Curve, TimeSpan Full, TimeSpan Prorate, TimeSpan NoRefund)
{
    /// <param name="held">What was paid for the VPS and has not gone back; the answer is never more.</param>
    /// <param name="end">Null when the VPS never expires.</param>
    public Money Due(Money held, DateTimeOffset start, DateTimeOffset? end, DateTimeOffset now)
    {
        if (!held.IsPositive || end <= now)
            return Money.Zero(held.Currency);

        var elapsed = now > start ? now - start : TimeSpan.Zero;
        return Curve.IsEmpty
            ? ByTime(held, elapsed, end - start ?? TimeSpan.MaxValue)
            : held.Scale(Curve.At(end is { } last ? 100m * elapsed.Ticks / (last - start).Ticks : 100));
    }

    /// <summary>A rule that is longer than the period counts as the period.</summary>
    private Money ByTime(Money held, TimeSpan elapsed, TimeSpan period)
    {
        var (full, prorate, noRefund) = (Within(Full, period), Within(Prorate, period), Within(NoRefund, period));
        if (noRefund > TimeSpan.Zero && elapsed > noRefund)
            return Money.Zero(held.Currency);

        if (full > TimeSpan.Zero && elapsed <= full)
            return held;

        return prorate > TimeSpan.Zero && elapsed <= prorate
            ? held.Share(prorate - elapsed, prorate, MidpointRounding.AwayFromZero)
            : Money.Zero(held.Currency);
    }

    private static TimeSpan Within(TimeSpan rule, TimeSpan period) => rule < period ? rule : period;
}
