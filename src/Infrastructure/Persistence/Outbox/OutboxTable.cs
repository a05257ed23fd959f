using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

/// <summary>The statements of the delivery. Each handles any number of messages in one round trip.</summary>
internal sealed class OutboxTable(PanelDb db, EfUnitOfWork work, IDialect dialect, TimeProvider clock)
{
    /// <summary>The point after the claim: what comes back to it still holds the claimed messages.</summary>
    public const string Claimed = "claimed";

    private const string Table = "outbox_messages";

    private const string Columns =
        "id, stream, aggregate_id, reaction, event_type, payload, attempts, next_attempt_at, request_id, occurred_at";

    // An older message of the same stream and reaction goes first, also while another node holds it. One value to compare with, and no
    // join that the planner could turn round: the index on stream, reaction and id answers it.
    private const string IsFirst =
        """
        status = 'pending' and id = (
            select min(older.id) from outbox_messages older
            where older.stream = outbox_messages.stream and older.reaction = outbox_messages.reaction and older.status = 'pending')
        """;

    private readonly string _claim = ClaimText(dialect);

    private readonly string _nextDue =
        $"select min(next_attempt_at) from outbox_messages where {dialect.IsOneOf("reaction", "@reactions")} and {IsFirst}";

    private readonly string _settle = $"delete from outbox_messages where {dialect.IsOneOfKeys("id", "@ids")}";

    public static string ClaimText(IDialect dialect) => dialect.ClaimRows(
        Table, Columns, $"{dialect.IsOneOf("reaction", "@reactions")} and next_attempt_at <= @now and {IsFirst}", "id", Claimed);

    /// <summary>When the next message of one of these reactions is due; null when none waits.</summary>
    public Task<DateTimeOffset?> NextDue(string[] reactions, CancellationToken ct) =>
        db.Database.GetDbConnection().ExecuteScalarAsync<DateTimeOffset?>(new CommandDefinition(_nextDue, new { reactions }, cancellationToken: ct));

    /// <summary>Up to so many due messages of these reactions, oldest first, one of each stream and reaction; held by the open transaction.</summary>
    public async Task<IReadOnlyList<ClaimedMessage>> Claim(string[] reactions, int take, CancellationToken ct) =>
        (await work.Run(() => db.Database.GetDbConnection().QueryAsync<ClaimedMessage>(
            Command(_claim, new { now = clock.GetUtcNow(), take, reactions }, ct)))).AsList();

    /// <summary>Deletes what was delivered.</summary>
    public Task Settle(IReadOnlyList<long> ids, CancellationToken ct) => ids.Count == 0
        ? Task.CompletedTask
        : Execute(_settle, new { ids = dialect.KeyList([.. ids]) }, ct);

    /// <summary>Counts a failed try; not when somebody else has counted or delivered meanwhile.</summary>
    /// <param name="gap">Null parks it.</param>
    public Task CountFailure(ClaimedMessage message, string error, TimeSpan? gap, CancellationToken ct) => Execute(
        """
        update outbox_messages set attempts = attempts + 1, last_error = @error, status = @status, next_attempt_at = @next
        where id = @id and attempts = @attempts
        """,
        new
        {
            id = message.Id,
            attempts = message.Attempts,
            error = error.Length > OutboxMessage.MaxError ? error[..OutboxMessage.MaxError] : error,
            status = gap is null ? "parked" : "pending",
            next = clock.GetUtcNow() + (gap ?? TimeSpan.Zero),
        },
        ct);

    private Task<int> Execute(string text, object values, CancellationToken ct) =>
        work.Run(() => db.Database.GetDbConnection().ExecuteAsync(Command(text, values, ct)));

    private CommandDefinition Command(string text, object values, CancellationToken ct) =>
        new(text, values, db.Database.CurrentTransaction!.GetDbTransaction(), cancellationToken: ct);
}

/// <summary>A message that this process holds for delivery.</summary>
internal sealed record ClaimedMessage(
    long Id,
    string Stream,
    long AggregateId,
    string Reaction,
    string EventType,
    string Payload,
    int Attempts,
    DateTimeOffset NextAttemptAt,
    string RequestId,
    DateTimeOffset OccurredAt);
