using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

public sealed record CancelOrder(OrderId Id) : ICommand;

internal sealed class CancelOrderHandler(OrderReview review, ICurrentActor actor) : ICommandHandler<CancelOrder>
{
    public async Task<Result> Handle(CancelOrder command, CancellationToken ct) =>
        await review.FindOwnForUpdate(
            command.Id, actor, ct) is { } order ? await review.Cancel(order, actor.Kind, ct) : OrderErrors.NotFound;
}
