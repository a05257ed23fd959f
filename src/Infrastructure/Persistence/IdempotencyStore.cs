using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence;

internal sealed class IdempotencyStore(PanelDb db, EfUnitOfWork work, IDialect dialect, TimeProvider clock) : IIdempotencyStore
{
    private static readonly string[] Key = ["user_id", "actor_name", "command", "idempotency_key"];

    private readonly string _insert = dialect.InsertUnlessKnown("idempotency_keys", [.. Key, "fingerprint", "created_at"], Key);
    private IdempotencyRow? _claimed;

    public string Fingerprint(object command)
    {
        var parameters = JsonNode.Parse(StoredJson.Utf8(command))!.AsObject();
        parameters.Remove(WireNames.SnakeCase(nameof(IIdempotent.IdempotencyKey)));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(parameters.ToJsonString())));
    }

    public async Task<StoredResponse?> Claim(IdempotencyScope scope, string fingerprint, Type? responseType, CancellationToken ct)
    {
        var row = IdempotencyRow.Of(scope, fingerprint, clock.GetUtcNow());
        if (await Insert(row, ct) is { } id)
        {
            _claimed = row.Known(id);
            db.Attach(_claimed);
            return null;
        }

        var kept = await db.Set<IdempotencyRow>().AsNoTracking().FirstOrDefaultAsync(
            known => known.UserId == row.UserId && known.ActorName == row.ActorName
                && known.Command == row.Command && known.IdempotencyKey == row.IdempotencyKey,
            ct) ?? throw new ConcurrencyConflictException("The key was given free meanwhile.");
        await work.Rollback(ct);
        return new StoredResponse(
            kept.Fingerprint, responseType is null || kept.Answer is null ? null : StoredJson.Read(kept.Answer, responseType));
    }

    private Task<long?> Insert(IdempotencyRow row, CancellationToken ct) => work.Run(() =>
        db.Database.GetDbConnection().ExecuteScalarAsync<long?>(new CommandDefinition(
            _insert,
            new
            {
                user_id = row.UserId,
                actor_name = row.ActorName,
                command = row.Command,
                idempotency_key = row.IdempotencyKey,
                fingerprint = row.Fingerprint,
                created_at = row.CreatedAt,
            },
            db.Database.CurrentTransaction!.GetDbTransaction(),
            cancellationToken: ct)));

    public void Store(object? answer)
    {
        if (_claimed is not null)
            _claimed.Answer = answer is null ? null : StoredJson.Write(answer);
    }
}

/// <summary>A used key; its answer is stored by the commit that stores the effect.</summary>
internal sealed class IdempotencyRow
{
    public long Id { get; private set; }

    public long UserId { get; private set; }

    public string ActorName { get; private set; } = "";

    public string Command { get; private set; } = "";

    public string IdempotencyKey { get; private set; } = "";

    public string Fingerprint { get; private set; } = "";

    public string? Answer { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The row with the number that the database gave it.</summary>
    public IdempotencyRow Known(long id)
    {
        Id = id;
        return this;
    }

    public static IdempotencyRow Of(IdempotencyScope scope, string fingerprint, DateTimeOffset now) => new()
    {
        UserId = scope.UserId.Value,
        ActorName = scope.ActorName,
        Command = scope.Command,
        IdempotencyKey = scope.Key,
        Fingerprint = fingerprint,
        CreatedAt = now,
    };
}
