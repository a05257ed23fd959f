using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using VpsPanel.Application.Identity.ApiKeys;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Security;

internal sealed class KeyDirectory(IReadDb db, DbDataSource source, TimeProvider clock) : IKeyDirectory
{
    private const int MaxEntries = 5_000;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan UseNotedEvery = TimeSpan.FromMinutes(1);

    private static readonly Sql<Args, ApiKeyAccess> ByHash = new(
        """
        select k.id, k.name, k.status, k.scopes, coalesce(g.grants, '') as grants
        from api_keys k
        left join permission_groups g on g.id = k.permission_group_id
        where k.key_hash = @Hash
        """);

    private readonly ConcurrentDictionary<string, (ApiKeyAccess? Key, DateTimeOffset Until)> _known = new();
    private readonly ConcurrentDictionary<long, DateTimeOffset> _noted = new();

    public async ValueTask<ApiKeyAccess?> Find(string rawKey, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rawKey)));
        var now = clock.GetUtcNow();
        if (!_known.TryGetValue(hash, out var entry) || entry.Until <= now)
        {
            if (_known.Count >= MaxEntries)
                _known.Clear();

            entry = (await db.First(ByHash, new Args(hash), ct), now + Age);
            _known[hash] = entry;
        }

        if (entry.Key is { IsActive: true } key)
            await NoteUse(key.Id, now, ct);

        return entry.Key;
    }

    public void InvalidateAll() => _known.Clear();

    private async Task NoteUse(long id, DateTimeOffset now, CancellationToken ct)
    {
        if (_noted.TryGetValue(id, out var last) && now - last < UseNotedEvery)
            return;

        _noted[id] = now;
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "update api_keys set last_used_at = @now where id = @id", new { id, now }, cancellationToken: ct));
    }

    internal sealed record Args(string Hash);
}
