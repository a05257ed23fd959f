using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Security;

internal sealed class AttemptLog(DbDataSource source, IDialect dialect, TimeProvider clock) : IAttemptLog
{
    private const int Looks = 40;

    private const string Within =
        """
        select cast(count(*) as bigint) as tries, min(a.at) as oldest, max(a.at) as latest,
               cast(sum(case when a.claim is not null and a.at > @alive then 1 else 0 end) as bigint) as undecided
        from attempts a
        where a.kind = @kind and a.subject = @subject and a.at > @since
        """;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>A try that has no outcome after this long belonged to a process that died; it stays counted.</summary>
    private static readonly TimeSpan JudgedWithin = TimeSpan.FromSeconds(10);

    /// <summary>Claims of one subject queue up here, so that a flood of them holds one connection of this node and not all.</summary>
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task<Attempt> Claim(CancellationToken ct, params IReadOnlyList<AttemptLimit> limits)
    {
        for (var look = 1; ; look++)
        {
            var (attempt, isOpen) = await TryClaim(limits, ct);
            if (attempt.Wait is null || !isOpen || look == Looks)
                return attempt;

            await Task.Delay(LookEvery, ct);
        }
    }

    public async Task Settle(Attempt attempt, bool wasRight)
    {
        if (attempt.Id is null)
            return;

        // Not cancelled with the request: a guesser who hangs up would leave the outcome open.
        await using var connection = await source.OpenConnectionAsync(CancellationToken.None);
        await connection.ExecuteAsync(new CommandDefinition(
            wasRight ? "delete from attempts where claim = @claim" : "update attempts set claim = null where claim = @claim",
            new { claim = attempt.Id }, cancellationToken: CancellationToken.None));
        if (Random.Shared.Next(100) == 0)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "delete from attempts where at < @old", new { old = clock.GetUtcNow() - Kept }, cancellationToken: CancellationToken.None));
        }
    }

    private async Task<(Attempt Attempt, bool IsOpen)> TryClaim(IReadOnlyList<AttemptLimit> limits, CancellationToken ct)
    {
        var name = $"{limits[0].Kind}:{limits[0].Subject}";
        var gate = _gates[(uint)name.GetHashCode(StringComparison.Ordinal) % (uint)_gates.Length];
        await gate.WaitAsync(ct);
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await connection.ExecuteAsync(new CommandDefinition(dialect.LockName("@name"), new { name }, transaction, cancellationToken: ct));
            return await Claim(connection, transaction, limits, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<(Attempt Attempt, bool IsOpen)> Claim(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<AttemptLimit> limits, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var limit in limits)
        {
            var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
                Within, new { kind = limit.Kind, subject = limit.Subject, since = now - limit.Window, alive = now - JudgedWithin },
                transaction, cancellationToken: ct));
            if (row is not null && WaitOf(limit, row, now) is { } wait)
                return (new Attempt(null, wait), row.Undecided > 0);
        }

        var claim = Guid.NewGuid().ToString("N");
        foreach (var limit in limits)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into attempts (kind, subject, at, claim) values (@kind, @subject, @now, @claim)",
                new { kind = limit.Kind, subject = limit.Subject, now, claim }, transaction, cancellationToken: ct));
        }

        await transaction.CommitAsync(ct);
        return (new Attempt(claim, null), false);
    }

    private static TimeSpan? WaitOf(AttemptLimit limit, Row row, DateTimeOffset now)
    {
        if (row.Tries < limit.Limit || row is not { Oldest: { } oldest, Latest: { } latest })
            return null;

        var until = oldest + limit.Window;
        if (limit.Brake is { } longest)
        {
            var doublings = Math.Min(row.Tries - limit.Limit, 20);
            until = latest + TimeSpan.FromSeconds(Math.Min(1L << (int)doublings, longest.TotalSeconds));
        }

        return until > now ? until - now : null;
    }

    private sealed class Row
    {
        public long Tries { get; init; }

        public DateTimeOffset? Oldest { get; init; }

        public DateTimeOffset? Latest { get; init; }

        public long? Undecided { get; init; }
    }
}

/// <summary>One counted try.</summary>
internal sealed class AttemptRow
{
    public long Id { get; private set; }

    public string Kind { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Set until it is known whether the try was right; one claim may count against several subjects.</summary>
    public string? Claim { get; private set; }
}

internal sealed class AttemptRowConfiguration : IEntityTypeConfiguration<AttemptRow>
{
    public void Configure(EntityTypeBuilder<AttemptRow> builder)
    {
        builder.ToTable("attempts");
        builder.Property(row => row.Kind).HasMaxLength(32).IsUnicode(false);
        builder.Property(row => row.Subject).HasMaxLength(254);
        builder.Property(row => row.Claim).HasMaxLength(32).IsUnicode(false);
        builder.HasIndex(row => new { row.Kind, row.Subject, row.At });
        builder.HasIndex(row => row.At);
        builder.HasIndex(row => row.Claim);
    }
}
