using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Logs.Queries;

public sealed record ListSyncLogs(string? Target, Paging Paging) : IQuery<Page<SyncLogView>>;

public sealed record SyncLogView(long Id, string Target, string Mode, string Status, string Message, DateTimeOffset CreatedAt);

internal sealed class ListSyncLogsHandler(IReadDb db) : IQueryHandler<ListSyncLogs, Page<SyncLogView>>
{
    public async Task<Result<Page<SyncLogView>>> Handle(ListSyncLogs request, CancellationToken cancellationToken) =>
        await SyncLogs.Read(db, request.Target, request.Paging, cancellationToken);
}

internal static class SyncLogs
{
    private static readonly Sql<SyncArgs, SyncLogView> Rows = new(
        """
        select id, target, mode, status, message, created_at
        from sync_logs
        where @Target = '' or target = @Target
        order by id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<SyncArgs, long> Count =
        new("select cast(count(*) as bigint) from sync_logs where @Target = '' or target = @Target");

    public static Task<Page<SyncLogView>> Read(IReadDb db, string? target, Paging paging, CancellationToken ct) =>
        db.Page(Rows, Count, new SyncArgs(target?.Trim() ?? "", paging.Skip, paging.Take), ct);

    internal sealed record SyncArgs(string Target, int Skip, int Take);
}
