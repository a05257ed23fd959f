using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Audit.Queries;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Logs.Queries;

/// <param name="Types">Which logs, comma between: audit, automation, sync; blank means all.</param>
/// <param name="OrderId">Narrows the automation logs.</param>
/// <param name="Target">Narrows the sync logs.</param>
public sealed record ReadDebugLogs(string? Types, long? OrderId, string? Target, Paging Paging) : IQuery<DebugLogs>;

/// <summary>Only the logs that were asked for.</summary>
public sealed record DebugLogs(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Page<AuditLogView>? AuditLogs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Page<AutomationLogView>? AutomationLogs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Page<SyncLogView>? SyncLogs);

public sealed record AutomationLogView(
    long Id, long OrderId, long OrderItemId, string Action, RawJson RequestJson, RawJson ResponseJson, bool Success, string Message,
    DateTimeOffset CreatedAt);

internal sealed class ReadDebugLogsHandler(IReadDb db, ISettings settings) : IQueryHandler<ReadDebugLogs, DebugLogs>
{
    private static readonly Sql<AutomationArgs, AutomationLogView> Automation = new(
        """
        select id, order_id, order_item_id, action, request_json, response_json, success, message, created_at
        from automation_logs
        where @OrderId = 0 or order_id = @OrderId
        order by id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<AutomationArgs, long> AutomationCount =
        new("select cast(count(*) as bigint) from automation_logs where @OrderId = 0 or order_id = @OrderId");

    public async Task<Result<DebugLogs>> Handle(ReadDebugLogs request, CancellationToken cancellationToken)
    {
        if (!await settings.IsOn(DebugSettings.Enabled, cancellationToken))
            return Error.Forbidden("debug.disabled", "debug disabled");

        var (skip, take) = request.Paging;
        return new DebugLogs(
            Wants(request, "audit") ? await AuditLogs.Read(db, new AuditFilter(), request.Paging, cancellationToken) : null,
            Wants(request, "automation")
                ? await db.Page(Automation, AutomationCount, new AutomationArgs(request.OrderId ?? 0, skip, take), cancellationToken)
                : null,
            Wants(request, "sync") ? await SyncLogs.Read(db, request.Target, request.Paging, cancellationToken) : null);
    }

    private static bool Wants(ReadDebugLogs request, string type)
    {
        var types = (request.Types ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return types.Length == 0 || types.Contains(type, StringComparer.OrdinalIgnoreCase);
    }

    internal sealed record AutomationArgs(long OrderId, int Skip, int Take);
}
