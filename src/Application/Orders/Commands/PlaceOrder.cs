using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Orders.Commands;

/// <summary>Orders these lines at today's prices, one host per item.</summary>
public sealed record PlaceOrder(IReadOnlyList<WantedLine> Items, string? IdempotencyKey) : ICommand<PlacedOrder>, IIdempotent
{
    public const int MaxLines = 20;
    public const int MaxHosts = 100;
}

public sealed record PlacedOrder(OrderView Order, IReadOnlyList<OrderItemView> Items);

internal sealed class PlaceOrderValidator : AbstractValidator<PlaceOrder>
{
    public PlaceOrderValidator()
    {
        RuleFor(command => command.Items).NotEmpty().WithMessage("items required");
        RuleFor(command => command.Items.Count).LessThanOrEqualTo(PlaceOrder.MaxLines).OverridePropertyName("items")
            .WithMessage($"an order has at most {PlaceOrder.MaxLines} lines");
    }
}

internal sealed class PlaceOrderHandler(Catalogue catalogue, OrderPlacing placing) : ICommandHandler<PlaceOrder, PlacedOrder>
{
    public async Task<Result<PlacedOrder>> Handle(PlaceOrder command, CancellationToken ct)
    {
        List<PricedLine> lines = [];
        foreach (var (at, wanted) in command.Items.Index())
        {
            var line = await catalogue.Price(wanted, ct);
            if (!line.IsSuccess)
                return line.Error.In($"items[{at}]");

            lines.Add(line.Value);
        }

        return await placing.Place(lines, command.IdempotencyKey, ct);
    }
}

/// <summary>Turns priced lines into an order of the caller that holds its places in the stock.</summary>
internal sealed class OrderPlacing(IOrders orders, Reservations stock, ICurrentActor actor, IMapper maps, TimeProvider clock)
{
    public async Task<Result<PlacedOrder>> Place(IReadOnlyList<PricedLine> lines, string? idempotencyKey, CancellationToken ct)
    {
        if (lines.Sum(line => line.Qty) > PlaceOrder.MaxHosts)
            return Error.Validation("items", $"an order has at most {PlaceOrder.MaxHosts} hosts", "order.too_large");

        var items = lines.SelectMany(Items).ToList();
        var placed = Order.Place(actor.UserId, actor.Kind, items, Key(idempotencyKey), clock.GetUtcNow());
        if (!placed.IsSuccess)
            return placed.Error;

        var order = placed.Value;
        await orders.Add(order, ct);
        var reserved = await stock.Reserve(order.Hosts, ct);
        return reserved.IsSuccess ? new PlacedOrder(maps.Map<OrderView>(order), maps.MapItems(order)) : reserved.Error;
    }

    private static IEnumerable<OrderItem> Items(PricedLine line) =>
        line.Total.Split(line.Qty).Select(amount => OrderItem.Purchase(line.Host, OrderSpecs.Write(line.Spec), amount));

    private static string? Key(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal static class ErrorPaths
{
    /// <summary>Names the fields of the error as members of a row.</summary>
    public static Error In(this Error error, string row) => error with
    {
        Details = error.Details?.ToDictionary(field => $"{row}.{field.Key}", field => field.Value)
            ?? new Dictionary<string, string[]> { [row] = [error.Message] },
    };
}
