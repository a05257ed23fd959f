using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Application.Identity.ThirdParty;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Security;

/// <summary>Rows by hash: of one length, and the database's idea of equal texts plays no part.</summary>
internal sealed class NonceStore(DbDataSource source, IDialect dialect, TimeProvider clock) : INonceStore
{
    // A call may be dated ahead by the widest window and come back until that window has passed behind it, also when the setting was
    // narrower in between.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds((2 * ThirdPartySettings.MaxNonceTtlSeconds) + 60);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private long _sweptAt;

    public async Task<bool> TryUse(string nonce, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(nonce)));
        await using var connection = await source.OpenConnectionAsync(ct);
        await Sweep(connection, now, ct);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into spent_nonces (nonce_hash, spent_at) values (@hash, @now)", new { hash, now }, cancellationToken: ct));
            return true;
        }
        catch (DbException error) when (dialect.IsUniqueViolation(error))
        {
            return false;
        }
    }

    private async Task Sweep(DbConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        var swept = Interlocked.Read(ref _sweptAt);
        if (now.UtcTicks - swept < SweepEvery.Ticks || Interlocked.CompareExchange(ref _sweptAt, now.UtcTicks, swept) != swept)
            return;

        await connection.ExecuteAsync(new CommandDefinition(
            "delete from spent_nonces where spent_at < @old", new { old = now - Kept }, cancellationToken: ct));
    }
}

/// <summary>A nonce that nobody may use again.</summary>
internal sealed class UsedNonceRow
{
    public string NonceHash { get; private set; } = "";

    public DateTimeOffset SpentAt { get; private set; }
}

internal sealed class UsedNonceRowConfiguration : IEntityTypeConfiguration<UsedNonceRow>
{
    public void Configure(EntityTypeBuilder<UsedNonceRow> builder)
    {
        builder.ToTable("spent_nonces");
        builder.HasKey(row => row.NonceHash);
        builder.Property(row => row.NonceHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(row => row.SpentAt);
    }
}
