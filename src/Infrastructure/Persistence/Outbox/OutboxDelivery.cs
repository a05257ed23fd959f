using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Logs;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

/// <summary>
/// Takes due messages, runs their reactions and deletes them, all in one transaction. When the process dies half-way the
/// transaction is gone and the messages are due again. A failed try is undone to the point after the claim and counted in that same
/// transaction, so the message stays locked from the claim to the count and no other worker can slip in between; what else
/// was taken with it is taken again.
/// </summary>
internal sealed partial class OutboxDelivery(
    IServiceScopeFactory scopes, ReactionCatalog catalog, ILogger<OutboxDelivery> log)
{
    public const int MaxBatch = 100;

    private static readonly TimeSpan[] Gaps =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
        TimeSpan.FromHours(24),
    ];

    // Shorter than the time after which the database ends a transaction that sits idle.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    // A batch holds locks of many aggregates until its end.
    private static readonly TimeSpan LongBatch = TimeSpan.FromSeconds(1);

    /// <summary>When the next message of one of these reactions is due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDue(string[] reactions, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxTable>().NextDue(reactions, ct);
    }

    /// <summary>Makes one try at each of up to <paramref name="take"/> messages of these reactions.</summary>
    public async Task<DeliveryPass> Deliver(string[] reactions, int take, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var batch = new Batch(scope.ServiceProvider);

        // What this node has no code for is left to newer nodes.
        var claimed = await batch.Table.Claim(reactions, take, ct);
        if (claimed.Count == 0)
            return default;

        var isOutside = catalog.Get(claimed[0].Reaction).ActsOutside;
        var together = claimed.Where(message => catalog.Get(message.Reaction).ActsOutside == isOutside);
        var failed = isOutside ? await RunOutside(batch, together, ct) : await RunTogether(batch, together, ct);
        if (failed is var (message, reason))
            await Fail(batch, message, reason, ct);

        await Settle(batch, ct);
        return new DeliveryPass(claimed.Count, batch.Done.Count + (failed is null ? 0 : 1), failed is not null);
    }

    /// <summary>Each writes what it did before the next one reads. Null when all of them worked.</summary>
    private async Task<Failed?> RunTogether(Batch batch, IEnumerable<ClaimedMessage> messages, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var message in messages)
        {
            if (await Attempt(batch, message, async token =>
                {
                    var result = await catalog.Get(message.Reaction).React(batch.Services, message, token);
                    if (result.IsSuccess)
                        await batch.Work.WriteStep(token);

                    return result;
                }, ct) is { } reason)
            {
                // The earlier ones are undone with it.
                batch.Done.Clear();
                return new Failed(message, reason);
            }

            batch.Done.Add(message.Id);
            if (Stopwatch.GetElapsedTime(started) > LongBatch)
                break;
        }

        return null;
    }

    /// <summary>Ends with the first one that really waited for something outside, so that nothing that was done there is done again.</summary>
    private async Task<Failed?> RunOutside(Batch batch, IEnumerable<ClaimedMessage> messages, CancellationToken ct)
    {
        foreach (var message in messages)
        {
            var hasWaited = false;
            if (await Attempt(batch, message, async token =>
                {
                    var running = catalog.Get(message.Reaction).React(batch.Services, message, token);
                    hasWaited = !running.IsCompleted;
                    return await running;
                }, ct) is { } reason)
            {
                return new Failed(message, reason);
            }

            batch.Done.Add(message.Id);
            if (hasWaited)
                break;
        }

        return null;
    }

    /// <summary>The reason when it did not work.</summary>
    private async Task<string?> Attempt(
        Batch batch, ClaimedMessage message, Func<CancellationToken, Task<Result>> run, CancellationToken ct)
    {
        batch.Context.Set(Actor.System, message.RequestId, null);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            var result = await run(limit.Token);
            if (result.IsSuccess)
                return null;

            LogRefused(message.Reaction, message.Stream, message.Attempts + 1, result.Error.Code);
            return $"{result.Error.Code}: {result.Error.Message}";
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

    private async Task Fail(Batch batch, ClaimedMessage message, string failure, CancellationToken ct)
    {
        // Where the transaction is gone, the lock went with it: who was faster has counted this try or delivered, and nothing is counted.
        await batch.Work.BackToPoint(OutboxTable.Claimed, ct);
        var gap = message.Attempts < Gaps.Length ? Gaps[message.Attempts] : (TimeSpan?)null;
        var text = LogRedactor.Text(failure);
        await batch.Table.CountFailure(message, text, gap, ct);
        if (gap is null)
            LogParked(message.Reaction, message.Stream, text);
    }

    private async Task Settle(Batch batch, CancellationToken ct)
    {
        await batch.Table.Settle(batch.Done, ct);
        await batch.Work.Commit(ct);
    }

    [LoggerMessage(LogLevel.Warning, "{Reaction} of {Stream} failed at try {Try}")]
    private partial void LogFailed(Exception error, string reaction, string stream, int @try);

    [LoggerMessage(LogLevel.Warning, "{Reaction} of {Stream} was refused at try {Try}: {Code}")]
    private partial void LogRefused(string reaction, string stream, int @try, string code);

    [LoggerMessage(LogLevel.Information, "{Reaction} of {Stream} lost a race at try {Try} and is tried again")]
    private partial void LogLostRace(string reaction, string stream, int @try);

    [LoggerMessage(LogLevel.Error, "{Reaction} of {Stream} failed at its last try and waits for somebody to resend it: {Failure}")]
    private partial void LogParked(string reaction, string stream, string failure);

    private sealed record Failed(ClaimedMessage Message, string Reason);

    /// <summary>What one scope brings, and which of its messages are delivered.</summary>
    private sealed class Batch(IServiceProvider services)
    {
        public IServiceProvider Services => services;

        public EfUnitOfWork Work { get; } = services.GetRequiredService<EfUnitOfWork>();

        public OutboxTable Table { get; } = services.GetRequiredService<OutboxTable>();

        public RequestContext Context { get; } = services.GetRequiredService<RequestContext>();

        public List<long> Done { get; } = [];
    }
}

/// <summary>What one pass came to.</summary>
/// <param name="Claimed">0 when nothing was due.</param>
/// <param name="Settled">How many were delivered, or had a failed try counted; the rest is due as before.</param>
/// <param name="HasFailed">One is due again later, or parked.</param>
internal readonly record struct DeliveryPass(int Claimed, int Settled, bool HasFailed);
