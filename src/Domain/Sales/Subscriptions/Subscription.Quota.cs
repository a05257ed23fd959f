using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Domain.Sales.Subscriptions;

/// <content>Traffic by the period, and what the periods that are over had.</content>
public sealed partial class Subscription
{
    // Filled here and stored, never loaded: no rule needs the periods of the past.
    private readonly List<TrafficPeriod> _newPeriods = [];

    /// <summary>Set when it is opened, and again when it is renewed after its end.</summary>
    public QuotaReset Reset { get; private set; }

    /// <summary>What a period begins with when the quota comes back; 0 for no limit.</summary>
    public long QuotaBytes { get; private set; }

    /// <summary>The local day from which the periods of a quota that comes back are counted.</summary>
    public DateOnly QuotaFirstDay { get; private set; }

    /// <summary>
    /// When the quota comes back; null for never. From this instant on everybody reads the fresh quota, also before the row says so.
    /// </summary>
    public DateTimeOffset? NextResetAt { get; private set; }

    /// <summary>The periods that ended since it was loaded.</summary>
    public IReadOnlyList<TrafficPeriod> NewPeriods => _newPeriods;

    /// <summary>
    /// Begins the period of a quota that has come back: with the whole quota and nothing used. Traffic that was granted lasts to the end of
    /// its period. False when it is not time.
    /// </summary>
    public bool BeginQuotaPeriod(BillingCalendar calendar, DateTimeOffset now)
    {
        if (NextResetAt is not { } next || next > now)
            return false;

        _newPeriods.Add(TrafficPeriod.Of(this, next));
        var periods = new QuotaPeriods(Reset, QuotaFirstDay, calendar);

        // Where nobody looked for a while, the periods between had no traffic. The start never moves back when the zone is changed.
        var start = periods.StartOf(Math.Min(periods.At(now), periods.LastBefore(ExpiresAt)));
        PeriodStartedAt = start > next && start <= now ? start : next;
        TrafficTotalBytes = QuotaBytes;
        TrafficUsedBytes = 0;
        NextResetAt = periods.NextAfter(PeriodStartedAt, ExpiresAt);
        return true;
    }

    /// <summary>
    /// Begins the periods that have come since. The total is meant for all periods that were left, in equal parts: a period that is over
    /// takes its part along, used or not, and what was used beyond it counts on. So a period begins fresh, and nobody ever gets more
    /// than was granted. The last period has none after it; false when nothing changed, and for a quota that comes back.
    /// </summary>
    public bool RollOverTrafficPeriods(TimeSpan period, DateTimeOffset now)
    {
        if (Reset != QuotaReset.None)
            return false;

        var began = PeriodStartedAt;
        while (PeriodStartedAt + period <= now && PeriodStartedAt + period < ExpiresAt)
        {
            _newPeriods.Add(TrafficPeriod.Of(this, PeriodStartedAt + period));
            var share = TrafficTotalBytes / (long)Math.Ceiling((ExpiresAt - PeriodStartedAt) / period);
            TrafficUsedBytes = TrafficTotalBytes == 0 ? 0 : Math.Max(0, TrafficUsedBytes - share);
            TrafficTotalBytes -= share;
            PeriodStartedAt += period;
        }

        return PeriodStartedAt > began;
    }

    /// <summary>From now on by these terms, with the whole quota and nothing used.</summary>
    private void StartQuota(SubscriptionTerms terms, long quotaBytes, BillingCalendar calendar, DateTimeOffset now)
    {
        Reset = terms.Reset;
        QuotaBytes = terms.Reset == QuotaReset.None ? 0 : quotaBytes;
        QuotaFirstDay = calendar.DateOf(now);
        PeriodStartedAt = now;
    }

    private void PlanNextReset(BillingCalendar calendar) => NextResetAt = Reset == QuotaReset.None
        ? null
        : new QuotaPeriods(Reset, QuotaFirstDay, calendar).NextAfter(PeriodStartedAt, ExpiresAt);

    /// <summary>What a renewal adds; to a quota that comes back it adds none, since every period has its own.</summary>
    private void AddTraffic(Grant grant, BillingCalendar calendar)
    {
        var isPaid = grant.Kind == GrantKind.Order;
        if (Reset != QuotaReset.None && isPaid)
        {
            // A plan that was made better in the meantime is what was paid for now; this period keeps what it has.
            QuotaBytes = QuotaBytes == 0 || grant.TrafficBytes == 0 ? 0 : Math.Max(QuotaBytes, grant.TrafficBytes);
            return;
        }

        // A pool that meets a plan whose quota comes back gets as much as the periods would have had.
        var bytes = isPaid && grant.Reset != QuotaReset.None ? PoolOf(grant, calendar) : grant.TrafficBytes;

        // Without a limit there is nothing to add to.
        var unlimited = TrafficTotalBytes == 0 || (bytes == 0 && isPaid);
        TrafficTotalBytes = unlimited ? 0 : (long)Int128.Min(TrafficTotalBytes + (Int128)bytes, SubscriptionTerms.MaxTraffic);
    }

    private long PoolOf(Grant grant, BillingCalendar calendar)
    {
        var periods = new QuotaPeriods(grant.Reset, calendar.DateOf(ExpiresAt), calendar).Count(ExpiresAt, ExpiresAt + grant.Time);
        return (long)Int128.Min((Int128)grant.TrafficBytes * periods, SubscriptionTerms.MaxTraffic);
    }
}
