using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

/// <summary>How much of what a stretch of time cost goes back to its owner. Pure; see decision 0195.</summary>
/// <param name="Curve">Replaces the other rules when it has points.</param>
/// <param name="Full">Time after the start in which all goes back; nothing switches the rule off, likewise below.</param>
/// <param name="Prorate">Time after the start in which a part goes back that shrinks to nothing.</param>
/// <param name="NoRefund">Time after the start from which nothing goes back.</param>
public sealed record RefundPolicy(RatioCurve Curve, TimeSpan Full, TimeSpan Prorate, TimeSpan NoRefund)
{
    /// <summary>Far beyond a cent, so that the one rounding at the end sees halves as halves.</summary>
    private const int ExactDigits = 12;

    /// <param name="paid">What the time from <paramref name="start"/> to <paramref name="end"/> cost; the answer is never more.</param>
    /// <param name="end">Null when it never ends.</param>
    public Money Due(Money paid, DateTimeOffset start, DateTimeOffset? end, DateTimeOffset now) =>
        paid.IsPositive ? paid with { Cents = Cents(paid.Cents * Ratio(now - start, end - start)) } : Money.Zero(paid.Currency);

    /// <summary>The part that goes back, from 0 to 1; 0 for time that is over.</summary>
    /// <param name="elapsed">Nothing when negative: the time has not begun.</param>
    /// <param name="length">Null when it never ends.</param>
    public decimal Ratio(TimeSpan elapsed, TimeSpan? length)
    {
        var gone = elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero;
        if (gone >= length)
            return 0;

        return Curve.IsEmpty ? ByTime(gone, length ?? TimeSpan.MaxValue) : Curve.At(length is { } whole ? 100m * gone.Ticks / whole.Ticks : 100);
    }

    /// <summary>Rounded half away from zero.</summary>
    internal static long Cents(decimal exact) =>
        checked((long)decimal.Round(decimal.Round(exact, ExactDigits), 0, MidpointRounding.AwayFromZero));

    /// <summary>A rule that is longer than the period counts as the period.</summary>
    private decimal ByTime(TimeSpan elapsed, TimeSpan period)
    {
        var (full, prorate, noRefund) = (Within(Full, period), Within(Prorate, period), Within(NoRefund, period));
        if (noRefund > TimeSpan.Zero && elapsed > noRefund)
            return 0;

        if (full > TimeSpan.Zero && elapsed <= full)
            return 1;

        return prorate > TimeSpan.Zero && elapsed <= prorate ? (decimal)(prorate - elapsed).Ticks / prorate.Ticks : 0;
    }

    private static TimeSpan Within(TimeSpan rule, TimeSpan period) => rule < period ? rule : period;
}
