using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Subscriptions;

/// <content>The exchange of its plan for another.</content>
public sealed partial class Subscription
{
    /// <summary>Counts the plans that it had, from 1. What earlier plans were paid with is settled.</summary>
    public int TermsNumber { get; private set; } = 1;

    /// <summary>
    /// From now on by another plan, with its time and traffic; what is left of the present one ends, and the caller gives credit for it. Link
    /// and credentials stay.
    /// </summary>
    public Result ChangePlan(SubscriptionTerms terms, Grant grant, BillingCalendar calendar, DateTimeOffset now)
    {
        if (!IsLive(now))
            return PlanChangeErrors.NotLive;

        if (terms.PlanId == PlanId)
            return PlanChangeErrors.SamePlan;

        BeginQuotaPeriod(calendar, now);
        _newPeriods.Add(TrafficPeriod.Of(this, now));
        TermsNumber++;
        Name = Name == PlanName ? terms.Name : Name;
        (PlanId, PlanName, DevicesLimit) = (terms.PlanId, terms.PlanName, terms.DevicesLimit);
        StartQuota(terms, grant.TrafficBytes, calendar, now);
        (TrafficTotalBytes, TrafficUsedBytes, ExpiresAt) = (grant.TrafficBytes, 0, now);
        AddGrant(grant, now);
        PlanNextReset(calendar);
        Raise(new SubscriptionRenewed(UserId, ExpiresAt));
        return Result.Success;
    }

    /// <param name="grantedBytes">What of a pool was a gift.</param>
    public SubscriptionTraffic Traffic(BillingCalendar calendar, long grantedBytes) => new(
        Reset == Plans.QuotaReset.None ? null : new QuotaPeriods(Reset, QuotaFirstDay, calendar),
        PeriodStartedAt,
        TrafficTotalBytes,
        TrafficUsedBytes,
        grantedBytes);
}
