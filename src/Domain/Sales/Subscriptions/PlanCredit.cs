using System.Numerics;

namespace VpsPanel.Domain.Sales.Subscriptions;

/// <summary>
/// What is given for the unused part of a plan when it is exchanged for another: for each paid period its price times the smaller of unused
/// time ÷ time and unused traffic ÷ traffic, never more than is left of what was paid, and the sum rounded down to the cent. Time and
/// traffic that were granted are worth nothing; a period without a limit of traffic counts its time only. Pure.
/// </summary>
public static class PlanCredit
{
    public static long Cents(IReadOnlyList<PaidPeriod> periods, SubscriptionTraffic traffic, DateTimeOffset now)
    {
        var sum = Ratio.Zero;
        var pool = traffic.PaidPoolBytes;

        // What is left of a pool belongs to the latest periods: the first ones were used first.
        foreach (var period in periods.OrderByDescending(period => period.Until))
        {
            var time = UnusedTime(period, now);
            var share = traffic.IsLimited && period.TrafficBytes > 0 ? Ratio.Min(time, UnusedTraffic(period, traffic, ref pool)) : time;
            sum += Ratio.Min(share * period.PaidCents, new Ratio(period.LeftCents, 1));
        }

        return sum.Floor();
    }

    private static Ratio UnusedTime(PaidPeriod period, DateTimeOffset now)
    {
        var begins = period.From > now ? period.From : now;
        return period.Until <= begins ? Ratio.Zero : new Ratio((period.Until - begins).Ticks, (period.Until - period.From).Ticks);
    }

    private static Ratio UnusedTraffic(PaidPeriod period, SubscriptionTraffic traffic, ref long pool)
    {
        if (traffic.Periods is { } periods)
        {
            var (first, count) = (periods.At(period.From), periods.Count(period.From, period.Until));
            var last = first + count - 1;
            var running = periods.At(traffic.PeriodStartedAt);
            var notBegun = Math.Max(0, last - Math.Max(running, first - 1));
            var left = running >= first && running <= last ? Math.Max(0, period.TrafficBytes - traffic.UsedBytes) : 0;
            return new Ratio(((BigInteger)period.TrafficBytes * notBegun) + left, (BigInteger)period.TrafficBytes * count);
        }

        var unused = Math.Min(period.TrafficBytes, pool);
        pool -= unused;
        return new Ratio(unused, period.TrafficBytes);
    }

    /// <summary>Exact, so that only the sum is rounded. The denominator is positive.</summary>
    private readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
    {
        public static Ratio Zero { get; } = new(0, 1);

        public static Ratio operator +(Ratio one, Ratio other) => new(
            (one.Numerator * other.Denominator) + (other.Numerator * one.Denominator), one.Denominator * other.Denominator);

        public static Ratio operator *(Ratio one, long factor) => one with { Numerator = one.Numerator * factor };

        public static Ratio Min(Ratio one, Ratio other) =>
            one.Numerator * other.Denominator <= other.Numerator * one.Denominator ? one : other;

        public long Floor() => (long)(Numerator / Denominator);
    }
}
