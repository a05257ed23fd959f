using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

/// <summary>
/// One event on its way to one reaction. Messages of the same stream and reaction go out in order; a delivered one is deleted by
/// the transaction that holds its effect.
/// </summary>
internal sealed class OutboxMessage
{
    public const int MaxError = 1000;

    public long Id { get; private set; }

    /// <summary>The aggregate that raised the event, such as <c>order:12</c>.</summary>
    public string Stream { get; private set; } = "";

    public long AggregateId { get; private set; }

    /// <summary>Stored names of the reaction and of the event that it waits for.</summary>
    public string Reaction { get; private set; } = "";

    /// <summary>Stored name of the event.</summary>
    public string EventType { get; private set; } = "";

    public string Payload { get; private set; } = "";

    public OutboxStatus Status { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    public string? LastError { get; private set; }

    public string RequestId { get; private set; } = "";

    public DateTimeOffset OccurredAt { get; private set; }

    public static OutboxMessage Of(
        AggregateRoot source, IDomainEvent happened, string reaction, string requestId, DateTimeOffset now) => new()
    {
        Stream = $"{StoredNameAttribute.Of(source.GetType())}:{source.Key}",
        AggregateId = source.Key,
        Reaction = reaction,
        EventType = StoredNameAttribute.Of(happened.GetType()),
        Payload = StoredJson.Write(happened),
        Status = OutboxStatus.Pending,
        NextAttemptAt = now,
        RequestId = requestId,
        OccurredAt = now,
    };

    /// <summary>Gives a dead-lettered message its tries back.</summary>
    public void Resend(DateTimeOffset now)
    {
        Attempts = 0;
        Status = OutboxStatus.Pending;
        NextAttemptAt = now;
    }
}

internal enum OutboxStatus
{
    Pending,
    Parked,
}
