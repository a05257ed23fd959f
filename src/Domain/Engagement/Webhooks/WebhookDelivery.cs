using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Webhooks;

public readonly record struct WebhookDeliveryId(long Value) : IId<WebhookDeliveryId>
{
    public static WebhookDeliveryId From(long value) => new(value);
}

public enum WebhookDeliveryStatus
{
    Pending,
    Sending,
    Delivered,

    /// <summary>Given up until an admin resends it.</summary>
    Parked,
}

/// <summary>
/// One event on its way to one hook. Whoever claims it holds it until <see cref="NextAttemptAt"/>; the number of the claim tells
/// a worker that came back too late from the one who holds it now.
/// </summary>
[StreamName("webhook_delivery")]
public sealed class WebhookDelivery : AggregateRoot<WebhookDeliveryId>
{
    public const int MaxHook = 128;
    public const int MaxMessageId = 64;
    public const int MaxEventType = 64;
    public const int MaxNote = 500;

    /// <summary>About three days together.</summary>
    private static readonly TimeSpan[] Gaps =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(18), TimeSpan.FromHours(22),
    ];

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private WebhookDelivery()
    {
    }

    /// <summary>Name of the hook, which may be changed or gone by now.</summary>
    public string Hook { get; private set; } = "";

    public string MessageId { get; private set; } = "";

    public OrderId OrderId { get; private set; }

    public long Seq { get; private set; }

    public string EventType { get; private set; } = "";

    public string Body { get; private set; } = "";

    public WebhookDeliveryStatus Status { get; private set; }

    /// <summary>Tries since it was last queued.</summary>
    public int Attempts { get; private set; }

    /// <summary>Counts the claims and never goes back.</summary>
    public long Claims { get; private set; }

    /// <summary>When it is due; while it is being sent, when the claim lapses.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    public int? LastStatusCode { get; private set; }

    public string? LastNote { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public static WebhookDelivery Queue(string hook, WebhookMessage message, DateTimeOffset now)
    {
        var delivery = new WebhookDelivery
        {
            Hook = hook,
            MessageId = message.MessageId,
            OrderId = message.OrderId,
            Seq = message.Seq,
            EventType = message.EventType,
            Body = message.Body,
        };
        delivery.MakeDue(ActorKind.System, now);
        return delivery;
    }

    public void Claim(TimeSpan lease, DateTimeOffset now)
    {
        Move(WebhookDeliveryMove.Claim, ActorKind.System);
        Attempts++;
        Claims++;
        NextAttemptAt = now + lease;
    }

    /// <summary>Writes down how the try ended that was made under this claim.</summary>
    /// <param name="jitter">0 to 1; spreads what failed at the same moment.</param>
    public Result Record(long claim, WebhookAttempt attempt, double jitter, DateTimeOffset now)
    {
        if (Status != WebhookDeliveryStatus.Sending || Claims != claim)
            return WebhookErrors.ClaimLost;

        LastStatusCode = attempt.StatusCode;
        LastNote = attempt.Note.Length > MaxNote ? attempt.Note[..MaxNote] : attempt.Note;
        if (attempt.IsDelivered)
        {
            Move(WebhookDeliveryMove.Deliver, ActorKind.System);
            DeliveredAt = now;
        }
        else if (attempt.IsFinal || Attempts > Gaps.Length)
        {
            Move(WebhookDeliveryMove.DeadLetter, ActorKind.System);
        }
        else
        {
            Move(WebhookDeliveryMove.Postpone, ActorKind.System);
            NextAttemptAt = now + Wait(attempt.RetryAfter, jitter);
        }

        return Result.Success;
    }

    /// <summary>Gives it up without a try.</summary>
    public void DeadLetter(string note)
    {
        Move(WebhookDeliveryMove.DeadLetter, ActorKind.System);
        LastNote = note;
    }

    /// <summary>Gives it all its tries back and makes it due now, also when it arrived before.</summary>
    public Result Resend(DateTimeOffset now)
    {
        if (Status == WebhookDeliveryStatus.Sending && NextAttemptAt > now)
            return WebhookErrors.OnItsWay;

        MakeDue(ActorKind.Admin, now);
        return Result.Success;
    }

    private void MakeDue(ActorKind by, DateTimeOffset now)
    {
        Move(WebhookDeliveryMove.Resend, by);
        Attempts = 0;
        NextAttemptAt = now;
        DeliveredAt = null;
        Raise(new WebhookQueued(Hook));
    }

    private void Move(WebhookDeliveryMove move, ActorKind by) =>
        Status = WebhookDeliveryFlow.Table.Next(Status, move, by).Value;

    private TimeSpan Wait(TimeSpan? asked, double jitter)
    {
        var gap = Gaps[Attempts - 1] * (1 + (0.2 * jitter));
        if (asked is { } wanted && wanted > gap)
            gap = wanted < LongestWait ? wanted : LongestWait;

        return gap;
    }
}
