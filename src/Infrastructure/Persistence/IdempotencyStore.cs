using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Persistence;

internal sealed class IdempotencyStore(PanelDb db, EfUnitOfWork work, TimeProvider clock) : IIdempotencyStore
{
    private IdempotencyRow? _claimed;

    public string Fingerprint(object command)
    {
        var parameters = JsonNode.Parse(StoredJson.Utf8(command))!.AsObject();
        parameters.Remove(WireNames.SnakeCase(nameof(IIdempotent.IdempotencyKey)));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(parameters.ToJsonString())));
    }

    public async Task<StoredResponse?> Find(IdempotencyScope scope, Type? answerType, CancellationToken ct)
    {
        var row = await db.Set<IdempotencyRow>().AsNoTracking().FirstOrDefaultAsync(
            row => row.UserId == scope.UserId.Value && row.ActorName == scope.ActorName
                && row.Command == scope.Command && row.IdempotencyKey == scope.Key,
            ct);

        if (row is null)
            return null;

        return new StoredResponse(
            row.Fingerprint, answerType is null || row.Answer is null ? null : StoredJson.Read(row.Answer, answerType));
    }

    public async Task Claim(IdempotencyScope scope, string fingerprint, CancellationToken ct)
    {
        _claimed = IdempotencyRow.Of(scope, fingerprint, clock.GetUtcNow());
        db.Add(_claimed);
        await work.Flush(ct);
    }

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
