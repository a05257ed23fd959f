using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Cart;
using VpsPanel.Application.Sales.Cart.Commands;
using VpsPanel.Application.Sales.Cart.Queries;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Sales.Cart;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class CartEndpoints
{
    public static void MapCart(this RouteGroupBuilder routes)
    {
        routes.MapGet("/cart", List)
            .WithName("listCartItems").WithSummary("Show my cart");
        routes.MapPost("/cart", Add)
            .WithName("addCartItem").WithSummary("Put a VPS into my cart");
        routes.MapDelete("/cart", Clear)
            .WithName("clearCart").WithSummary("Empty my cart");
        routes.MapPatch("/cart/{id:long}", Change)
            .WithName("updateCartItem").WithSummary("Change an item of my cart");
        routes.MapDelete("/cart/{id:long}", Remove)
            .WithName("removeCartItem").WithSummary("Take an item out of my cart");
    }

    private static async Task<ApiResult<Listing<CartItemView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMyCart(), ct);

    private static async Task<ApiResult<CartItemView>> Add(CartItemBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new AddToCart(new PackageId(body.PackageId), new SystemImageId(body.SystemId), body.Spec, body.Qty), ct);

    private static async Task<ApiResult> Clear(IMediator mediator, CancellationToken ct) => await mediator.Send(new ClearCart(), ct);

    private static async Task<ApiResult<CartItemView>> Change(long id, CartChangeBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ChangeCartItem(new CartItemId(id), body.Spec, body.Qty), ct);

    private static async Task<ApiResult> Remove(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new RemoveFromCart(new CartItemId(id)), ct);
}

public sealed record CartItemBody(long PackageId = 0, long SystemId = 0, CartSpec? Spec = null, int Qty = 0);

public sealed record CartChangeBody(CartSpec? Spec = null, int? Qty = null);
