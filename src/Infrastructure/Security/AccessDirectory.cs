using System.Collections.Concurrent;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Security;

/// <summary>Remembers for a few seconds what a session may do, so that not every request asks the database.</summary>
internal sealed class AccessDirectory(IReadDb db, TimeProvider clock) : IAccessDirectory
{
    private const int MaxEntries = 20_000;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(3);

    private static readonly Sql<AccessArgs, Access> BySession = new(
        """
        select s.id as session_id, u.id as user_id, u.username, u.is_user, u.is_admin,
               case when u.is_admin = @Yes and not exists (
                   select 1 from users a where a.is_admin = @Yes and a.id < u.id) then @Yes else @No end as is_primary_admin,
               coalesce(g.grants, '') as grants
        from sessions s
        join users u on u.id = s.user_id
        left join permission_groups g on g.id = u.permission_group_id
        where s.id = @SessionId and s.revoked_at is null and s.expires_at > @Now and u.status = 'active'
          and (s.opened_by is null or exists (
              select 1 from users o where o.id = s.opened_by and o.is_admin = @Yes and o.status = 'active'))
        """);

    private readonly ConcurrentDictionary<SessionId, (Access? Access, DateTimeOffset Until)> _known = new();

    public async ValueTask<Access?> Find(SessionId session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(session, out var entry) && entry.Until > now)
            return entry.Access;

        var access = await db.First(BySession, new AccessArgs(session.Value, now, true, false), ct);
        if (_known.Count >= MaxEntries)
            _known.Clear();

        _known[session] = (access, now + Age);
        return access;
    }

    public void Invalidate(UserId user)
    {
        foreach (var (session, entry) in _known)
        {
            if (entry.Access?.UserId == user.Value)
                _known.TryRemove(session, out _);
        }
    }

    public void InvalidateAll() => _known.Clear();

    internal sealed record AccessArgs(long SessionId, DateTimeOffset Now, bool Yes, bool No);
}
