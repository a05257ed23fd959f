using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Sales.VpsOrders.Commands;
using VpsPanel.Application.Sales.VpsOrders.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class OrderEndpoints
{
    public static void MapAdminOrders(this RouteGroupBuilder admin)
    {
        admin.MapGet("/orders", List).Needs("order.list")
            .FilteredBy(VpsPanel.WebApi.Endpoints.User.OrderEndpoints.ByStatus, ListFilter.Flag("overdue"), ListFilter.Flag("archived"))
            .WithName("listOrders").WithSummary("List VPS orders").WithDescription("Newest first. Archived ones only with `archived=true`.");
        admin.MapGet("/orders/{id:long}", Get).Needs("order.view")
            .WithName("getOrder").WithSummary("Show a VPS order").WithDescription("With payments and history.");
        admin.MapPost("/orders/{id:long}/approve", Approve).Needs("order.approve")
            .WithName("approveOrder").WithSummary("Approve a VPS order");
        admin.MapPost("/orders/{id:long}/reject", Reject).Needs("order.reject")
            .WithName("rejectOrder").WithSummary("Reject a VPS order");
        admin.MapPost("/orders/{id:long}/mark-paid", MarkPaid).Needs("order.mark_paid")
            .WithName("markOrderPaid").WithSummary("Record a payment made outside");
        admin.MapPost("/orders/{id:long}/retry", Retry).Needs("order.retry")
            .WithName("retryOrder").WithSummary("Try to provision a failed order again");
        admin.MapDelete("/orders/{id:long}", Delete).Needs("order.delete")
            .WithName("deleteOrder").WithSummary("Delete a VPS order")
            .WithDescription("One that somebody tried to pay is archived instead, which needs `force=true`.");
    }

    private static async Task<ApiResult<Page<OrderView>>> List(
        [AsParameters] OrderFilter filter, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(
            new ListOrders(
                filter.Status, QueryIds.Id(filter.UserId), filter.OrderNo, filter.Keyword,
                QueryText.Flag(filter.Overdue) ?? false, QueryText.Flag(filter.Archived) ?? false, page.ToPaging()),
            ct);

    private static async Task<ApiResult<AdminOrderDetail>> Get(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetOrder(new OrderId(id)), ct);

    private static async Task<ApiResult> Approve(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ApproveOrder(new OrderId(id)), ct);

    private static async Task<ApiResult> Reject(long id, Rejection? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new RejectOrder(new OrderId(id), body?.Reason?.Trim() ?? ""), ct);

    private static async Task<ApiResult<OrderPaymentView>> MarkPaid(long id, PaidOutside? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send((body ?? new PaidOutside()).ToCommand(new OrderId(id)), ct);

    private static async Task<ApiResult> Retry(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new RetryOrder(new OrderId(id)), ct);

    private static async Task<ApiResult> Delete(long id, string? force, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new DeleteOrder(new OrderId(id), force?.Trim().ToLowerInvariant() is "true" or "1"), ct)).Done();
}

internal sealed record OrderFilter
{
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "user_id")]
    public string? UserId { get; init; }

    [FromQuery(Name = "order_no")]
    public string? OrderNo { get; init; }

    [FromQuery(Name = "keyword")]
    public string? Keyword { get; init; }

    [FromQuery(Name = "overdue")]
    public string? Overdue { get; init; }

    [FromQuery(Name = "archived")]
    public string? Archived { get; init; }
}

internal sealed record Rejection(string? Reason);

/// <param name="Amount">Cents, unlike elsewhere.</param>
internal sealed record PaidOutside(
    string? Method = null,
    [property: JsonConverter(typeof(CentsConverter))] long? Amount = null,
    string? Currency = null,
    string? TradeNo = null,
    string? Note = null,
    string? ScreenshotUrl = null)
{
    public MarkOrderPaid ToCommand(OrderId id) =>
        new(id, Method ?? "", Amount, Currency ?? "", TradeNo ?? "", Note ?? "", ScreenshotUrl ?? "");
}
