using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Logs;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

/// <summary>
/// Takes one due message, runs its reaction and deletes it, all in one transaction. When the process dies half-way the
/// transaction is gone and the message is due again. A failed try is undone to a savepoint and counted in that same transaction,
/// so the message stays locked from the claim to the count and no other worker can slip in between.
/// </summary>
internal sealed partial class OutboxDelivery(
    IServiceScopeFactory scopes, DbDataSource source, ReactionCatalog catalog, IDialect dialect, TimeProvider clock,
    ILogger<OutboxDelivery> log)
{
    // An older message of the same stream and reaction goes first, also while another node holds it.
    private const string Waiting =
        """
        status = 'pending' and not exists (
            select 1 from outbox_messages older
            where older.stream = outbox_messages.stream and older.reaction = outbox_messages.reaction
              and older.status = 'pending' and older.id < outbox_messages.id)
        """;

    private static readonly TimeSpan[] Gaps =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
        TimeSpan.FromHours(24),
    ];

    // Shorter than the time after which the database ends a transaction that sits idle.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    /// <summary>When the next message of one of these reactions is due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDue(string[] reactions, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<DateTimeOffset?>(new CommandDefinition(
            $"select min(next_attempt_at) from outbox_messages where {dialect.IsOneOf("reaction", "@reactions")} and {Waiting}",
            new { reactions },
            cancellationToken: ct));
    }

    /// <summary>Makes one try at one message of these reactions.</summary>
    public async Task<DeliveryOutcome> DeliverNext(string[] reactions, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var work = services.GetRequiredService<EfUnitOfWork>();
        var db = services.GetRequiredService<PanelDb>();

        await work.Begin(ct);
        if (await Claim(db, reactions, ct) is not { } message)
            return DeliveryOutcome.NothingDue;

        services.GetRequiredService<RequestContext>().Set(Actor.System, message.RequestId, null);
        await work.MarkPoint(ct);
        if (await Attempt(services, message, ct) is not { } failure)
            return DeliveryOutcome.Delivered;

        await Fail(work, db, message, failure, ct);
        return DeliveryOutcome.Failed;
    }

    private async Task<OutboxMessage?> Claim(PanelDb db, string[] reactions, CancellationToken ct)
    {
        // What this node has no code for is left to newer nodes.
        var claim = new CommandDefinition(
            dialect.ClaimIds("outbox_messages", $"{dialect.IsOneOf("reaction", "@reactions")} and next_attempt_at <= @now and {Waiting}", "id"),
            new { now = clock.GetUtcNow(), take = 1, reactions },
            db.Database.CurrentTransaction!.GetDbTransaction(),
            cancellationToken: ct);
        var id = await db.Database.GetDbConnection().QueryFirstOrDefaultAsync<long?>(claim);
        return id is null ? null : await db.Set<OutboxMessage>().FirstOrDefaultAsync(message => message.Id == id, ct);
    }

    /// <summary>Runs the reaction and commits; the reason when it did not work.</summary>
    private async Task<string?> Attempt(IServiceProvider services, OutboxMessage message, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            var result = await catalog.Get(message.Reaction).React(services, message, limit.Token);
            if (!result.IsSuccess)
            {
                LogRefused(message.Reaction, message.Stream, message.Attempts + 1, result.Error.Code);
                return $"{result.Error.Code}: {result.Error.Message}";
            }

            services.GetRequiredService<PanelDb>().Remove(message);
            await services.GetRequiredService<EfUnitOfWork>().Commit(ct);
            return null;
        }
        catch (ConcurrencyConflictException lost)
        {
            LogLostRace(message.Reaction, message.Stream, message.Attempts + 1);
            return $"{nameof(ConcurrencyConflictException)}: {lost.Message}";
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(error, message.Reaction, message.Stream, message.Attempts + 1);
            return $"{error.GetType().Name}: {error.Message}";
        }
    }

    private async Task Fail(EfUnitOfWork work, PanelDb db, OutboxMessage message, string failure, CancellationToken ct)
    {
        if (!await work.BackToPoint(ct))
        {
            // The lock went with the transaction. Take it again; who was faster has counted this try or delivered.
            await work.Lock("outbox_messages", message.Id, ct);
        }

        var fresh = await db.Set<OutboxMessage>().FirstOrDefaultAsync(row => row.Id == message.Id, ct);
        if (fresh is null || fresh.Attempts != message.Attempts)
            return;

        var gap = fresh.Attempts < Gaps.Length ? Gaps[fresh.Attempts] : (TimeSpan?)null;
        fresh.Failed(LogRedactor.Text(failure), gap, clock.GetUtcNow());
        await work.Commit(ct);
        if (gap is null)
            LogParked(message.Reaction, message.Stream, fresh.LastError ?? "");
    }

    [LoggerMessage(LogLevel.Warning, "{Reaction} of {Stream} failed at try {Try}")]
    private partial void LogFailed(Exception error, string reaction, string stream, int @try);

    [LoggerMessage(LogLevel.Warning, "{Reaction} of {Stream} was refused at try {Try}: {Code}")]
    private partial void LogRefused(string reaction, string stream, int @try, string code);

    [LoggerMessage(LogLevel.Information, "{Reaction} of {Stream} lost a race at try {Try} and is tried again")]
    private partial void LogLostRace(string reaction, string stream, int @try);

    [LoggerMessage(LogLevel.Error, "{Reaction} of {Stream} failed at its last try and waits for somebody to resend it: {Failure}")]
    private partial void LogParked(string reaction, string stream, string failure);
}

internal enum DeliveryOutcome
{
    NothingDue,
    Delivered,

    /// <summary>It is due again later, or parked.</summary>
    Failed,
}
