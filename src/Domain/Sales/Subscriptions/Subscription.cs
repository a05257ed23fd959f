using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Domain.Sales.Subscriptions;

public enum SubscriptionStatus
{
    Active,
    Disabled,
    Expired,
}

/// <summary>
/// A user's right to network access for a time and an amount of traffic. What moves its end is a grant, one for every order that
/// was paid and every gift of an admin, so that nobody can wonder where the days came from.
/// </summary>
[StreamName("subscription")]
public sealed partial class Subscription : AggregateRoot<SubscriptionId>
{
    public const int MaxName = 128;

    // Filled here and stored, never loaded: no rule needs the grants of the past.
    private readonly List<SubscriptionGrant> _newGrants = [];

    private Subscription()
    {
    }

    public UserId UserId { get; private set; }

    /// <summary>Null when an admin made it without a plan. A user has one subscription per plan at most.</summary>
    public PlanId? PlanId { get; private set; }

    public string Name { get; private set; } = "";

    public string PlanName { get; private set; } = "";

    public SubscriptionStatus Status { get; private set; }

    /// <summary>SHA-256 of the token in lower-case hexadecimal, by which a subscription is found; unique.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>The token, encrypted, because its owner may see it again.</summary>
    public string SealedToken { get; private set; } = "";

    /// <summary>What the owner's credentials on the nodes are derived from, encrypted. New with every rotation.</summary>
    public string SealedCredential { get; private set; } = "";

    /// <summary>Null for the default of the client that asks.</summary>
    public SubscriptionTemplateId? TemplateId { get; private set; }

    /// <summary>Empty for all.</summary>
    public IReadOnlyList<long> AvailableTemplateIds { get; private set; } = [];

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>0 for no limit.</summary>
    public long TrafficTotalBytes { get; private set; }

    public long TrafficUsedBytes { get; private set; }

    /// <summary>0 for no limit.</summary>
    public int DevicesLimit { get; private set; }

    public DateTimeOffset? LastRefreshedAt { get; private set; }

    /// <summary>Since when the used traffic is counted.</summary>
    public DateTimeOffset PeriodStartedAt { get; private set; }

    /// <summary>What was granted since it was loaded.</summary>
    public IReadOnlyList<SubscriptionGrant> NewGrants => _newGrants;

    /// <summary>Opens it with its first grant.</summary>
    /// <param name="calendar">In which the periods of a quota are counted; that of UTC when null.</param>
    public static Subscription Open(
        UserId owner, SubscriptionTerms terms, SubscriptionKeys keys, Grant grant, DateTimeOffset now, BillingCalendar? calendar = null)
    {
        var days = calendar ?? BillingCalendar.Utc;
        var subscription = new Subscription
        {
            UserId = owner,
            PlanId = terms.PlanId,
            Name = terms.Name,
            PlanName = terms.PlanName,
            ExpiresAt = now,
            TrafficTotalBytes = grant.TrafficBytes,
            DevicesLimit = terms.DevicesLimit,
        };
        subscription.StartQuota(terms, grant.TrafficBytes, days, now);
        subscription.Rotate(keys);
        subscription.AddGrant(grant, now);
        subscription.PlanNextReset(days);
        subscription.Raise(new SubscriptionOpened(owner, subscription.ExpiresAt));
        return subscription;
    }

    public bool IsOwnedBy(UserId user) => UserId == user;

    /// <summary>Whether it works now. The stored status may lag behind the clock.</summary>
    public bool IsLive(DateTimeOffset now) => Status == SubscriptionStatus.Active && ExpiresAt > now;

    /// <summary>
    /// More days and more traffic: from its end, or from now when that has passed. One that an admin disabled stays so; its days are
    /// not lost. To a quota that comes back only time is added, and a grant's traffic until the end of the period.
    /// </summary>
    /// <inheritdoc cref="Open"/>
    public void Renew(Grant grant, DateTimeOffset now, BillingCalendar? calendar = null)
    {
        var days = calendar ?? BillingCalendar.Utc;
        BeginQuotaPeriod(days, now);
        if (ExpiresAt <= now && grant.Time > TimeSpan.Zero)
            StartAgain(grant, days, now);
        else
            AddTraffic(grant, days);

        AddGrant(grant, now);
        PlanNextReset(days);
        if (ExpiresAt > now)
            Move(SubscriptionMove.Renew, ActorKind.System);

        Raise(new SubscriptionRenewed(UserId, ExpiresAt));
    }

    public void AllowDevices(int limit) => DevicesLimit = limit;

    public void Disable() => Switch(SubscriptionMove.Disable, ActorKind.Admin);

    public void Enable(DateTimeOffset now) =>
        Switch(ExpiresAt > now ? SubscriptionMove.Enable : SubscriptionMove.Expire, ActorKind.Admin);

    /// <summary>Its time is over; leaves alone one that was renewed meanwhile.</summary>
    public void Expire(DateTimeOffset now)
    {
        if (Status == SubscriptionStatus.Active && ExpiresAt <= now)
            Switch(SubscriptionMove.Expire, ActorKind.System);
    }

    /// <summary>From now on neither the old link nor the old credentials work.</summary>
    public void Rotate(SubscriptionKeys keys)
    {
        TokenHash = keys.TokenHash;
        SealedToken = keys.SealedToken;
        SealedCredential = keys.SealedCredential;
        Raise(new SubscriptionKeysRotated(UserId));
    }

    public void OfferTemplates(IReadOnlyList<long> templates) => AvailableTemplateIds = templates;

    public void ChooseTemplate(SubscriptionTemplateId template, DateTimeOffset now)
    {
        TemplateId = template;
        LastRefreshedAt = now;
        Raise(new SubscriptionTemplateChosen(UserId, template));
    }

    /// <summary>A client fetched it.</summary>
    public void Refreshed(DateTimeOffset now) => LastRefreshedAt = now;

    /// <summary>Bytes that went through the nodes.</summary>
    public void Use(long bytes) => TrafficUsedBytes = Math.Min(TrafficUsedBytes + bytes, SubscriptionTerms.MaxTraffic);

    /// <summary>After its end: a quota that comes back begins anew, by the plan that was paid for now; a pool keeps what is left of it.</summary>
    private void StartAgain(Grant grant, BillingCalendar calendar, DateTimeOffset now)
    {
        var reset = grant.Kind == GrantKind.Order ? grant.Reset : Reset;
        var quota = grant.Kind == GrantKind.Order ? grant.TrafficBytes : QuotaBytes;
        if (reset == QuotaReset.None && Reset == QuotaReset.None)
        {
            PeriodStartedAt = now;
            AddTraffic(grant, calendar);
            return;
        }

        _newPeriods.Add(TrafficPeriod.Of(this, ExpiresAt > PeriodStartedAt ? ExpiresAt : now));
        StartQuota(new SubscriptionTerms(PlanId, Name, PlanName, DevicesLimit) { Reset = reset }, quota, calendar, now);
        TrafficTotalBytes = quota == 0 || grant.Kind == GrantKind.Order ? quota : quota + grant.TrafficBytes;
        TrafficUsedBytes = 0;
    }

    private void Switch(SubscriptionMove move, ActorKind by)
    {
        if (Move(move, by))
            Raise(new SubscriptionStatusChanged(UserId, Status));
    }

    /// <summary>False where the move leads nowhere: it is disabled, expired or active already.</summary>
    private bool Move(SubscriptionMove move, ActorKind by)
    {
        if (!SubscriptionFlow.Table.Allows(Status, move))
            return false;

        Status = SubscriptionFlow.Table.Next(Status, move, by).Value;
        return true;
    }

    private void AddGrant(Grant grant, DateTimeOffset now)
    {
        var from = ExpiresAt > now || grant.Time == TimeSpan.Zero ? ExpiresAt : now;
        var to = SubscriptionTerms.Latest - from < grant.Time ? SubscriptionTerms.Latest : from + grant.Time;
        _newGrants.Add(SubscriptionGrant.Of(this, grant, to, now));
        ExpiresAt = to;
    }
}
