using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Billing.Payments.Commands;

/// <summary>A gateway's statement tells of a payment whose notice never came: what the notice would have done is done now.</summary>
internal sealed record SettleStatementLine(string Provider, string TradeNo, Money Amount) : ICommand<NotificationOutcome>, IAudited
{
    public AuditRecord Audit(object? answer) => new(
        "payment.reconcile", "payment", TradeNo, new { Provider, amount = Amount.Cents, outcome = WireNames.Of((NotificationOutcome)answer!) });
}

internal sealed class SettleStatementLineHandler(
    IOrders orders, PaymentNotificationLog log, PaymentSettlement settlement, SuspenseAccount suspense, TimeProvider clock)
    : ICommandHandler<SettleStatementLine, NotificationOutcome>
{
    private static readonly string Source = JsonNotes.With(null, ("source", "statement"));

    public async Task<Result<NotificationOutcome>> Handle(SettleStatementLine command, CancellationToken ct)
    {
        var facts = new NotificationFacts(command.Provider, command.TradeNo, "", command.Amount);
        var order = await orders.FindByTradeNoForUpdate(command.TradeNo, ct);
        if (order is not null && await log.WasCredited(facts, ct))
            return NotificationOutcome.Repeated;

        var now = clock.GetUtcNow();
        var settled = order?.SettleAttempt(command.Provider, command.TradeNo, new GatewayReceipt(command.Amount, "", now), now);
        if (settled is { IsSuccess: true })
            return await settlement.Finish(order!, facts, settled.Value, Source, ct);

        await suspense.Keep(facts, NotificationOutcome.UnknownTrade, order?.Id, Source, ct);
        return NotificationOutcome.UnknownTrade;
    }
}
