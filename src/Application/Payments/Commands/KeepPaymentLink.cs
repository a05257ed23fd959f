using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Payments.Commands;

/// <summary>The gateway said where the customer pays.</summary>
internal sealed record KeepPaymentLink(OrderId Id, string TradeNo, string PayUrl) : ICommand;

internal sealed class KeepPaymentLinkHandler(OrderDesk desk) : ICommandHandler<KeepPaymentLink>
{
    public async Task<Result> Handle(KeepPaymentLink command, CancellationToken ct) => await desk.Take(command.Id, ct) is { } order
        ? order.KeepPaymentLink(command.TradeNo, command.PayUrl)
        : OrderErrors.NotFound;
}
