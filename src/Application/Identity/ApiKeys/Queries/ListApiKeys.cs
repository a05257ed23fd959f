using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.ApiKeys.Queries;

public sealed record ListApiKeys(Paging Paging) : IQuery<Page<ApiKeyView>>;

internal sealed class ListApiKeysHandler(IReadDb db) : IQueryHandler<ListApiKeys, Page<ApiKeyView>>
{
    private static readonly Sql<Args, Row> Rows = new(
        """
        select k.id, k.name, k.key_hash, k.status, k.scopes, k.permission_group_id, k.created_at, k.updated_at, k.last_used_at
        from api_keys k
        order by k.id desc offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new("select cast(count(*) as bigint) from api_keys k");

    public async Task<Result<Page<ApiKeyView>>> Handle(ListApiKeys query, CancellationToken ct)
    {
        var page = await db.Page(Rows, Count, new Args(query.Paging.Skip, query.Paging.Take), ct);
        return new Page<ApiKeyView>([.. page.Items.Select(row => row.View())], page.Total);
    }

    internal sealed record Args(int Skip, int Take);

    internal sealed record Row(
        long Id,
        string Name,
        string KeyHash,
        string Status,
        string Scopes,
        long? PermissionGroupId,
        DateTimeOffset CreatedAt,
        DateTimeOffset UpdatedAt,
        DateTimeOffset? LastUsedAt)
    {
        public ApiKeyView View() =>
            new(Id, Name, KeyHash, Status, ApiKeyView.Split(Scopes), PermissionGroupId, CreatedAt, UpdatedAt, LastUsedAt);
    }
}
