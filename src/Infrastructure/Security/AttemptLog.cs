using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Security;

internal sealed class AttemptLog(DbDataSource source, IReadDb db, TimeProvider clock) : IAttemptLog
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private static readonly Sql<Args, Row> Within = new(
        """
        select cast(count(*) as bigint) as tries, min(a.at) as oldest
        from attempts a
        where a.kind = @Kind and a.subject = @Subject and a.at > @Since
        """);

    public async Task Record(string kind, string subject, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into attempts (kind, subject, at) values (@kind, @subject, @now)", new { kind, subject, now }, cancellationToken: ct));
        if (Random.Shared.Next(100) == 0)
            await connection.ExecuteAsync(new CommandDefinition("delete from attempts where at < @old", new { old = now - Kept }, cancellationToken: ct));
    }

    public async Task<TimeSpan?> Wait(string kind, string subject, int limit, TimeSpan window, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var row = await db.First(Within, new Args(kind, subject, now - window), ct);
        return row is { Oldest: { } oldest } && row.Tries >= limit ? oldest + window - now : null;
    }

    internal sealed record Args(string Kind, string Subject, DateTimeOffset Since);

    internal sealed record Row(long Tries, DateTimeOffset? Oldest);
}

/// <summary>One counted try.</summary>
internal sealed class AttemptRow
{
    public long Id { get; private set; }

    public string Kind { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

internal sealed class AttemptRowConfiguration : IEntityTypeConfiguration<AttemptRow>
{
    public void Configure(EntityTypeBuilder<AttemptRow> builder)
    {
        builder.ToTable("attempts");
        builder.Property(row => row.Kind).HasMaxLength(32).IsUnicode(false);
        builder.Property(row => row.Subject).HasMaxLength(254);
        builder.HasIndex(row => new { row.Kind, row.Subject, row.At });
        builder.HasIndex(row => row.At);
    }
}
