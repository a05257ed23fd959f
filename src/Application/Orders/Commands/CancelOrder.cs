using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Orders.Commands;

public sealed record CancelOrder(OrderId Id) : ICommand;

internal sealed class CancelOrderHandler(OrderDesk desk, ICurrentActor actor) : ICommandHandler<CancelOrder>
{
    public async Task<Result> Handle(CancelOrder command, CancellationToken ct) =>
        await desk.TakeOwn(command.Id, actor, ct) is { } order ? await desk.Cancel(order, actor.Kind, ct) : OrderErrors.NotFound;
}
