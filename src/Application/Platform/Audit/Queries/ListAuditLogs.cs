using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Audit.Queries;

public sealed record ListAuditLogs(AuditFilter Filter, Paging Paging) : IQuery<Page<AuditLogView>>;

/// <summary>Each one that is blank or null lets every row through.</summary>
public sealed record AuditFilter(string? Action = null, string? TargetType = null, string? TargetId = null, long? AdminId = null);

/// <param name="AdminId">0 for robots, API keys and the system.</param>
/// <param name="Actor">Name of the admin or of the key.</param>
public sealed record AuditLogView(
    long Id, long AdminId, string Action, string TargetType, string TargetId, RawJson Detail, DateTimeOffset CreatedAt, string Actor,
    string ActorKind, string RequestId, string? Address);

internal sealed class ListAuditLogsHandler(IReadDb db) : IQueryHandler<ListAuditLogs, Page<AuditLogView>>
{
    public async Task<Result<Page<AuditLogView>>> Handle(ListAuditLogs request, CancellationToken cancellationToken) =>
        await AuditLogs.Read(db, request.Filter, request.Paging, cancellationToken);
}

internal static class AuditLogs
{
    private static readonly Sql<AuditArgs, AuditLogView> Rows = new(
        """
        select id, admin_id, action, target_type, target_id, detail, created_at, actor_name as actor, actor_kind, request_id, address
        from audit_logs
        where (@Action = '' or action = @Action) and (@TargetType = '' or target_type = @TargetType)
          and (@TargetId = '' or target_id = @TargetId) and (@AdminId < 0 or admin_id = @AdminId)
        order by id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<AuditArgs, long> Count = new(
        """
        select cast(count(*) as bigint)
        from audit_logs
        where (@Action = '' or action = @Action) and (@TargetType = '' or target_type = @TargetType)
          and (@TargetId = '' or target_id = @TargetId) and (@AdminId < 0 or admin_id = @AdminId)
        """);

    public static Task<Page<AuditLogView>> Read(IReadDb db, AuditFilter filter, Paging paging, CancellationToken ct)
    {
        var args = new AuditArgs(
            Word(filter.Action), Word(filter.TargetType), Word(filter.TargetId), filter.AdminId ?? -1, paging.Skip, paging.Take);
        return db.Page(Rows, Count, args, ct);
    }

    private static string Word(string? text) => text?.Trim() ?? "";

    internal sealed record AuditArgs(string Action, string TargetType, string TargetId, long AdminId, int Skip, int Take);
}
