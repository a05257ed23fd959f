using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Domain.Servers;

public readonly record struct ProvisionJobId(long Value) : IId<ProvisionJobId>
{
    public static ProvisionJobId From(long value) => new(value);
}

public enum ProvisionJobStatus
{
    Pending,
    Running,
    Retry,
    Done,
}

/// <summary>
/// The work on one item's host. Whoever claims it holds it until <see cref="NextRunAt"/>; the number of the claim tells
/// a worker that came back too late from the one who holds it now.
/// </summary>
[StreamName("provision_job")]
public sealed class ProvisionJob : AggregateRoot<ProvisionJobId>
{
    private ProvisionJob()
    {
    }

    public OrderId OrderId { get; private set; }

    public OrderItemId OrderItemId { get; private set; }

    /// <summary>What is done to the host.</summary>
    public OrderItemAction Action { get; private set; }

    public ProvisionJobStatus Status { get; private set; }

    /// <summary>Tries since it was last queued.</summary>
    public int Attempts { get; private set; }

    /// <summary>Counts the claims and never goes back.</summary>
    public long Claims { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When it is due; while it runs, when the claim lapses.</summary>
    public DateTimeOffset NextRunAt { get; private set; }

    /// <summary>Since when the upstream may have done something that nobody has told us of; null when that cannot be.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Where the time begins that is added; fixed together with <see cref="Expiry"/>.</summary>
    public DateTimeOffset? ExtendsFrom { get; private set; }

    /// <summary>The expiry that the upstream is asked for, the same at every try.</summary>
    public DateTimeOffset? Expiry { get; private set; }

    /// <summary>The id that the upstream gave the VPS in its reply; not yet believed.</summary>
    public string? HostId { get; private set; }

    public string? LastError { get; private set; }

    /// <param name="dueAt">Now or later.</param>
    public static ProvisionJob Queue(OrderId order, OrderItemId item, OrderItemAction action, DateTimeOffset dueAt)
    {
        var job = new ProvisionJob { OrderId = order, OrderItemId = item, Action = action };
        job.Requeue(dueAt);
        return job;
    }

    /// <summary>Starts over after it was given up. What is known of the VPS stays known.</summary>
    public void Requeue(DateTimeOffset now)
    {
        Move(ProvisionJobMove.Queue);
        Attempts = 0;
        QueuedAt = now;
        NextRunAt = now;
        LastError = null;
        Raise(new ProvisioningQueued(OrderId, OrderItemId));
    }

    /// <summary>Makes an open job due at once.</summary>
    public void RunNow(DateTimeOffset now)
    {
        if (Status is ProvisionJobStatus.Pending or ProvisionJobStatus.Retry && NextRunAt > now)
        {
            NextRunAt = now;
            Raise(new ProvisioningQueued(OrderId, OrderItemId));
        }
    }

    public void Claim(TimeSpan lease, DateTimeOffset now)
    {
        Move(ProvisionJobMove.Claim);
        Attempts++;
        Claims++;
        NextRunAt = now + lease;
    }

    /// <summary>Whether a try may begin: the time has come, or the claim of the last one has lapsed.</summary>
    public bool IsDue(DateTimeOffset now) => Status != ProvisionJobStatus.Done && NextRunAt <= now;

    /// <summary>Whether the claim still is the last one.</summary>
    public Result Holds(long claim) =>
        Status == ProvisionJobStatus.Running && Claims == claim ? Result.Success : ProvisioningErrors.ClaimLost;

    public bool IsTooOld(TimeSpan limit, DateTimeOffset now) => now - QueuedAt > limit;

    /// <summary>
    /// From now on a VPS may exist. Refused while one from the last call may still appear: only a VPS that did not show up in
    /// all of <paramref name="quarantine"/> is asked for again.
    /// </summary>
    public Result SendCreate(TimeSpan quarantine, DateTimeOffset now)
    {
        if (now >= NextRunAt)
            return ProvisioningErrors.ClaimLost;

        if (MayStillAppear(quarantine, now))
            return ProvisioningErrors.MayStillAppear;

        SentAt = now;
        return Result.Success;
    }

    /// <summary>From now on the VPS may have been changed. Changes bear a repeat, so they need no quarantine.</summary>
    public Result SendChange(DateTimeOffset now)
    {
        if (now >= NextRunAt)
            return ProvisioningErrors.ClaimLost;

        SentAt ??= now;
        return Result.Success;
    }

    /// <summary>The same for a longer life, whose end is fixed with the first call.</summary>
    public Result SendExtension(DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        var sent = SendChange(now);
        if (sent.IsSuccess && Expiry is null)
            (ExtendsFrom, Expiry) = (from, until);

        return sent;
    }

    /// <summary>Nothing of what was sent so far had an effect.</summary>
    public void ChangeRefused()
    {
        SentAt = null;
        (ExtendsFrom, Expiry) = (null, null);
    }

    /// <summary>
    /// A change may have happened of which we do not know. It is not given up: the same change asked for later, or a second one worked
    /// out from what we know, would take from the customer or give them more than they paid for.
    /// </summary>
    public bool MayBeHalfDone => Action != OrderItemAction.Create && SentAt is not null;

    /// <summary>The upstream was asked for the VPS so short a time ago that it may not show it yet.</summary>
    public bool MayStillAppear(TimeSpan quarantine, DateTimeOffset now) => SentAt is { } sent && now < sent + quarantine;

    /// <summary>The upstream says that it made the host.</summary>
    public void CreateAnswered(string hostId) => HostId = hostId;

    /// <summary>No VPS can come of what was sent so far.</summary>
    public void CreateRefused()
    {
        SentAt = null;
        HostId = null;
    }

    public void Retry(string why, DateTimeOffset now)
    {
        Move(ProvisionJobMove.Postpone);
        NextRunAt = now + Gap(Attempts);
        LastError = Cut(why);
    }

    public void Finish(string? why)
    {
        Move(ProvisionJobMove.Finish);
        LastError = why is null ? null : Cut(why);
    }

    private void Move(ProvisionJobMove move) => Status = ProvisionJobFlow.Table.Next(Status, move, ActorKind.System).Value;

    private static TimeSpan Gap(int attempts) => TimeSpan.FromSeconds(attempts switch
    {
        <= 6 => 5,
        <= 12 => 10,
        _ => 15,
    });

    private static string Cut(string text) => text.Length > 500 ? text[..500] : text;
}
