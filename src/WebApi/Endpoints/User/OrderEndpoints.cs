using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Sales.VpsOrders.Commands;
using VpsPanel.Application.Sales.VpsOrders.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class OrderEndpoints
{
    /// <summary>Of every list of the console's orders.</summary>
    public static ListFilter ByStatus { get; } = ListFilter.Of<OrderStatus>() with
    {
        Refusal = Error.Validation("status", "invalid status", "order.invalid_status"),
    };

    public static void MapUserOrders(this RouteGroupBuilder user)
    {
        user.MapPost("/orders", PlaceOrCheckOut)
            .WithName("placeOrderFromCart").WithSummary("Order what is in my cart")
            .WithDescription("With `items` in the body those are ordered instead, and the cart stays.");
        user.MapPost("/orders/items", Place)
            .WithName("placeOrder").WithSummary("Order VPS");
        user.MapGet("/orders", List)
            .FilteredBy(ByStatus)
            .WithName("listMyOrders").WithSummary("List my VPS orders").WithDescription("Newest first.");
        user.MapGet("/orders/{id:long}", Get)
            .WithName("getMyOrder").WithSummary("Show one of my VPS orders");
        user.MapPost("/orders/{id:long}/cancel", Cancel)
            .WithName("cancelMyOrder").WithSummary("Cancel an order that is not paid");
        user.MapPost("/orders/{id:long}/revive", Revive)
            .WithName("reviveMyOrder").WithSummary("Have an order back that was closed unpaid")
            .WithDescription("At today's price, with a new place in the stock; 409 when it is sold out or no longer sold.");
        user.MapPost("/orders/{id:long}/payments", SubmitProof)
            .WithName("submitPaymentProof").WithSummary("Hand in the proof of a payment")
            .WithDescription("An administrator or the robot decides on it.");
        user.MapGet("/dashboard", Dashboard)
            .WithName("getMyDashboard").WithSummary("Show my orders, servers and spending at a glance");
    }

    /// <summary>Without items the cart is ordered.</summary>
    private static async Task<ApiResult<PlacedOrder>> PlaceOrCheckOut(
        OrderLines? body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new PlaceOrder(body?.Wanted is { Count: > 0 } items ? items : null, key), ct);

    private static async Task<ApiResult<PlacedOrder>> Place(
        OrderLines body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new PlaceOrder(body.Wanted, key), ct);

    private static async Task<ApiResult<Page<OrderView>>> List(
        string? status, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMyOrders(status, page.ToPaging()), ct);

    private static async Task<ApiResult<OrderDetail>> Get(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetMyOrder(new OrderId(id)), ct);

    private static async Task<ApiResult> Cancel(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CancelOrder(new OrderId(id)), ct);

    private static async Task<ApiResult<PlacedOrder>> Revive(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReviveOrder(new OrderId(id)), ct);

    private static async Task<ApiResult<OrderPaymentView>> SubmitProof(
        long id, Proof body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(body.ToCommand(new OrderId(id), key), ct);

    private static async Task<ApiResult<DashboardView>> Dashboard(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetMyDashboard(), ct);
}

internal sealed record OrderLines(IReadOnlyList<OrderLine?>? Items)
{
    [JsonIgnore]
    public IReadOnlyList<OrderLineRequest> Wanted => [.. (Items ?? []).Select(line => (line ?? OrderLine.Nothing).Wanted)];
}

internal sealed record OrderLine(long PackageId, long SystemId, CartSpec? Spec, int? Qty)
{
    internal static OrderLine Nothing { get; } = new(0, 0, null, null);

    [JsonIgnore]
    public OrderLineRequest Wanted => new(new PackageId(PackageId), new SystemImageId(SystemId), Spec, Qty ?? 1);
}

internal sealed record Proof(string? Method, Yuan? Amount, string? Currency, string? TradeNo, string? Note, string? ScreenshotUrl)
{
    public SubmitPaymentProof ToCommand(OrderId id, string? key) =>
        new(id, Method ?? "", Amount, Currency ?? "", TradeNo ?? "", Note ?? "", ScreenshotUrl ?? "", key);
}
