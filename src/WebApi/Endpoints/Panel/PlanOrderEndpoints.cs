using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.PlanOrders;
using VpsPanel.Application.Sales.PlanOrders.Commands;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Panel;

namespace VpsPanel.WebApi.Endpoints.Panel;

internal static class PlanOrderEndpoints
{
    public static void MapMyPlanOrders(this RouteGroupBuilder user)
    {
        user.MapPost("/orders", Place)
            .WithName("placePlanOrder").WithSummary("Order a plan");
        user.MapGet("/orders", List)
            .FilteredBy(PlanOrderQuery.Filters)
            .WithName("listMyPlanOrders").WithSummary("List my plan orders");
        user.MapGet("/orders/{id:long}", Get)
            .WithName("getMyPlanOrder").WithSummary("Show one of my plan orders").WithDescription("With my balance.");
        user.MapPost("/orders/{id:long}/cancel", Cancel)
            .WithName("cancelMyPlanOrder").WithSummary("Cancel a plan order that is not paid");
        user.MapPost("/orders/{id:long}/revive", Revive)
            .WithName("reviveMyPlanOrder").WithSummary("Have a plan order back that was closed unpaid")
            .WithDescription("The plan as it is sold today, at today's price; 409 when it is no longer sold.");
    }

    private static async Task<ApiResult<PlacedPlanOrder>> Place(
        PlanOrderBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(body.ToCommand(key), ct);

    private static async Task<ApiResult<PlanOrderList>> List(
        [AsParameters] PlanOrderQuery filter, [AsParameters] PanelPageQuery page, IMediator mediator, CancellationToken ct)
    {
        var paging = page.ToPaging();
        return (await mediator.Send(new ListMyPlanOrders(filter.With(page), paging), ct)).Map(orders => PlanOrderList.Of(orders, paging));
    }

    private static async Task<ApiResult<PlanOrderWithBalance>> Get(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetMyPlanOrder(new OrderId(id)), ct);

    private static async Task<ApiResult<PlanOrderWithBalance>> Cancel(
        long id, CancelPlanOrderBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CancelMyPlanOrder(new OrderId(id), body?.Reason?.Trim() ?? ""), ct);

    private static async Task<ApiResult<PlanOrderWithBalance>> Revive(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new RevivePlanOrder(new OrderId(id)), ct);
}

public sealed record PlanOrderBody(
    long? PlanId, int? Quantity, string? PaymentMethod, string? PaymentChannel, string? PaymentReturnUrl, string? IdempotencyKey)
{
    internal PlacePlanOrder ToCommand(string? keyOfHeader) => new(
        new PlanId(PlanId ?? 0),
        Quantity ?? 1,
        string.IsNullOrWhiteSpace(PaymentMethod) ? Order.Balance : PaymentMethod.Trim().ToLowerInvariant(),
        PaymentChannel?.Trim().ToLowerInvariant() ?? "",
        PaymentReturnUrl?.Trim() ?? "",
        string.IsNullOrWhiteSpace(IdempotencyKey) ? keyOfHeader : IdempotencyKey.Trim());
}

public sealed record CancelPlanOrderBody(string? Reason, UnixSeconds? CancelledAt);

/// <summary>What lists of orders are filtered by.</summary>
internal sealed record PlanOrderQuery
{
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "payment_method")]
    public string? PaymentMethod { get; init; }

    [FromQuery(Name = "payment_status")]
    public string? PaymentStatus { get; init; }

    [FromQuery(Name = "number")]
    public string? Number { get; init; }

    /// <summary>What is said of the money may be said in a word of an admin's own.</summary>
    public static ListFilter[] Filters { get; } =
        [ListFilter.Of<OrderStatus>(), ListFilter.AnyWord("payment_method"), ListFilter.Of<PaymentState>("payment_status")];

    public PlanOrderFilter With(PanelPageQuery page) => new(
        QueryText.Word(Status), QueryText.Word(PaymentMethod), QueryText.Word(PaymentStatus), Number, page.Sort, page.Direction);
}

public sealed record PlanOrderList(IReadOnlyList<PlanOrderView> Orders, Pagination Pagination)
{
    internal static PlanOrderList Of(Page<PlanOrderView> page, Paging paging) => new(page.Items, Pagination.Of(paging, page.Total));
}
