using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

/// <summary>The gateway said where the customer pays.</summary>
internal sealed record KeepPaymentLink(OrderId Id, string TradeNo, string PayUrl) : ICommand;

internal sealed class KeepPaymentLinkHandler(OrderReview review) : ICommandHandler<KeepPaymentLink>
{
    public async Task<Result> Handle(KeepPaymentLink command, CancellationToken ct) =>
        await review.FindForUpdate(command.Id, ct) is { } order
        ? order.KeepPaymentLink(command.TradeNo, command.PayUrl)
        : OrderErrors.NotFound;
}
