using FluentValidation;
using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

/// <summary>Orders these lines at today's prices, one VPS per item.</summary>
/// <param name="Items">Null for what is in the caller's cart, which is empty afterwards.</param>
[CommandName("order.place")]
public sealed record PlaceOrder(IReadOnlyList<OrderLineRequest>? Items, string? IdempotencyKey) : ICommand<PlacedOrder>, IIdempotent
{
    public const int MaxLines = 20;
    public const int MaxHosts = 100;
}

public sealed record PlacedOrder(OrderView Order, IReadOnlyList<OrderItemView> Items);

internal sealed class PlaceOrderValidator : AbstractValidator<PlaceOrder>
{
    public PlaceOrderValidator() => RuleFor(command => command.Items)
        .Must(items => items is null or { Count: > 0 }).WithMessage("items required")
        .Must(items => items is null or { Count: <= PlaceOrder.MaxLines })
        .WithMessage($"an order has at most {PlaceOrder.MaxLines} lines");
}

internal sealed class PlaceOrderHandler(
    CatalogPricing catalog, CartCheckout cart, OrderPlacing placing, IRealNamePolicy gate, ICurrentActor actor)
    : ICommandHandler<PlaceOrder, PlacedOrder>
{
    public async Task<Result<PlacedOrder>> Handle(PlaceOrder command, CancellationToken ct)
    {
        var allowed = await gate.Allow(actor.UserId, RealNameActions.PurchaseVps, ct);
        if (!allowed.IsSuccess)
            return allowed.Error;

        var lines = command.Items is { } items ? await Price(items, ct) : await cart.Empty(ct);
        return lines.IsSuccess ? await placing.Place(lines.Value, command.IdempotencyKey, ct) : lines.Error;
    }

    private async Task<Result<IReadOnlyList<PricedLine>>> Price(IReadOnlyList<OrderLineRequest> items, CancellationToken ct)
    {
        List<PricedLine> lines = [];
        foreach (var (at, wanted) in items.Index())
        {
            var line = await catalog.Price(wanted, ct);
            if (!line.IsSuccess)
                return line.Error.In($"items[{at}]");

            lines.Add(line.Value);
        }

        return lines;
    }
}
