using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.PlanOrders.Commands;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Panel;

internal static class AdminPlanOrderEndpoints
{
    public static void MapPlanOrders(this RouteGroupBuilder admin)
    {
        admin.MapGet("/orders", List).Needs("plan_order.list")
            .FilteredBy(PlanOrderQuery.Filters)
            .WithName("listPlanOrders").WithSummary("List plan orders of all users");
        admin.MapGet("/orders/{id:long}", Get).Needs("plan_order.view")
            .WithName("getPlanOrder").WithSummary("Show a plan order");
        admin.MapPost("/orders/{id:long}/pay", Pay).Needs("plan_order.pay")
            .WithName("payPlanOrder").WithSummary("Mark a plan order as paid")
            .WithDescription("Or, with `charge_balance`, pay it from its owner's balance.");
        admin.MapPost("/orders/{id:long}/cancel", Cancel).Needs("plan_order.cancel")
            .WithName("cancelPlanOrder").WithSummary("Cancel a user's plan order");
        admin.MapPost("/orders/{id:long}/refund", Refund).Needs("plan_order.refund")
            .WithName("refundPlanOrder").WithSummary("Refund a plan order to the balance");
    }

    private static async Task<ApiResult<PlanOrderList>> List(
        [AsParameters] PlanOrderQuery filter,
        [FromQuery(Name = "user_id")] string? userId,
        [AsParameters] PanelPageQuery page,
        IMediator mediator,
        CancellationToken ct)
    {
        var paging = page.ToPaging();
        return (await mediator.Send(new ListPlanOrders(filter.With(page), QueryIds.Id(userId), paging), ct))
            .Map(orders => PlanOrderList.Of(orders, paging));
    }

    private static async Task<ApiResult<PlanOrderResponse>> Get(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetPlanOrder(new OrderId(id)), ct);

    private static async Task<ApiResult<PlanOrderResponse>> Pay(
        long id, PayPlanOrderBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send((body ?? new()).ToCommand(new OrderId(id)), ct);

    private static async Task<ApiResult<PlanOrderResponse>> Cancel(
        long id, CancelPlanOrderBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CancelPlanOrder(new OrderId(id), body?.Reason?.Trim() ?? "", body?.CancelledAt?.Instant), ct);

    private static async Task<ApiResult<PlanOrderResponse>> Refund(
        long id, RefundPlanOrderBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(body.ToCommand(new OrderId(id), key), ct);
}

public sealed record PayPlanOrderBody(
    string? PaymentMethod = null, UnixSeconds? PaidAt = null, string? Note = null, string? Reference = null, bool? ChargeBalance = null)
{
    internal PayPlanOrder ToCommand(OrderId id) =>
        new(id, PaymentMethod?.Trim() ?? "", PaidAt?.Instant, Note?.Trim() ?? "", Reference?.Trim() ?? "", ChargeBalance ?? false);
}

public sealed record RefundPlanOrderBody(
    [property: JsonConverter(typeof(CentsConverter))] long? AmountCents,
    string? Reason,
    RawJson? Metadata,
    UnixSeconds? RefundAt,
    bool? CreditBalance,
    string? IdempotencyKey)
{
    internal RefundPlanOrder ToCommand(OrderId id, string? keyOfHeader) => new(
        id,
        AmountCents ?? 0,
        Reason?.Trim() ?? "",
        Metadata,
        RefundAt?.Instant,
        CreditBalance ?? true,
        string.IsNullOrWhiteSpace(IdempotencyKey) ? keyOfHeader : IdempotencyKey.Trim());
}
