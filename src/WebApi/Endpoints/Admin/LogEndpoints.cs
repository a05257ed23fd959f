using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Audit.Queries;
using VpsPanel.Application.Platform.Logs.Commands;
using VpsPanel.Application.Platform.Logs.Queries;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class LogEndpoints
{
    public static void MapLogs(this RouteGroupBuilder routes)
    {
        routes.MapGet("/audit-logs", ListAudit).Needs("audit_log.view")
            .FilteredBy(ListFilter.AnyWord("action"), ListFilter.AnyWord("target_type"), ListFilter.AnyWord("target_id"))
            .WithName("listAuditLogs").WithSummary("List who did what").WithDescription("Newest first.");
        routes.MapGet("/integrations/automation/sync-logs", ListSync).Needs("automation.sync_logs")
            .FilteredBy(ListFilter.AnyWord("target"))
            .WithName("listSyncLogs").WithSummary("List runs of the catalog sync");
        routes.MapGet("/debug/status", DebugStatus).Needs("debug.view")
            .WithName("getDebugStatus").WithSummary("Tell whether debug logs are on");
        routes.MapPatch("/debug/status", SwitchDebug).Needs("debug.update")
            .WithName("setDebugStatus").WithSummary("Switch debug logs on or off");
        routes.MapGet("/debug/logs", DebugLogs).Needs("debug.list")
            .FilteredBy(
                ListFilter.OneOf("types", "audit", "automation", "sync") with { TakesSeveral = true }, ListFilter.AnyWord("target"))
            .WithName("listDebugLogs").WithSummary("List audit, automation and sync logs together").WithDescription("While debug is on.");
    }

    private static async Task<ApiResult<Page<AuditLogView>>> ListAudit(
        [AsParameters] AuditQuery query, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListAuditLogs(query.ToFilter(), page.ToPaging()), ct);

    private static async Task<ApiResult<Page<SyncLogView>>> ListSync(
        string? target, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListSyncLogs(target, page.ToPaging()), ct);

    private static async Task<ApiResult<DebugStatus>> DebugStatus(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetDebugStatus(), ct);

    private static async Task<ApiResult> SwitchDebug(SwitchDebugBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SwitchDebug(body.Enabled), ct);

    private static async Task<ApiResult<DebugLogs>> DebugLogs(
        [AsParameters] DebugQuery query, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReadDebugLogs(query.Types, QueryText.Id(query.OrderId), query.Target, page.ToPaging()), ct);
}

public sealed record SwitchDebugBody([property: JsonRequired] bool Enabled);

internal sealed record AuditQuery
{
    [FromQuery(Name = "action")]
    public string? Action { get; init; }

    [FromQuery(Name = "target_type")]
    public string? TargetType { get; init; }

    [FromQuery(Name = "target_id")]
    public string? TargetId { get; init; }

    [FromQuery(Name = "admin_id")]
    public string? AdminId { get; init; }

    public AuditFilter ToFilter() => new(Action, TargetType, TargetId, QueryText.Id(AdminId));
}

internal sealed record DebugQuery
{
    [FromQuery(Name = "types")]
    public string? Types { get; init; }

    [FromQuery(Name = "order_id")]
    public string? OrderId { get; init; }

    [FromQuery(Name = "target")]
    public string? Target { get; init; }
}
