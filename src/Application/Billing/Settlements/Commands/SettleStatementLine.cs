using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Settlements.Commands;

/// <summary>A gateway's statement tells of a payment whose notice never came: what the notice would have done is done now.</summary>
internal sealed record SettleStatementLine(string Provider, string TradeNo, Money Amount) : ICommand<NotificationOutcome>, IAudited
{
    public AuditRecord Audit(object? answer) => new(
        "payment.reconcile", "payment", TradeNo, new { Provider, amount = Amount.Cents, outcome = WireNames.Of((NotificationOutcome)answer!) });
}

internal sealed class SettleStatementLineHandler(
    IPayables payables, Settlement settlement, SuspenseAccount suspense, TimeProvider clock)
    : ICommandHandler<SettleStatementLine, NotificationOutcome>
{
    private static readonly string Source = JsonNotes.With(null, ("source", "statement"));

    public async Task<Result<NotificationOutcome>> Handle(SettleStatementLine command, CancellationToken ct)
    {
        var facts = new NotificationFacts(command.Provider, command.TradeNo, "", command.Amount);
        var payable = await payables.FindByTradeNoForUpdate(command.TradeNo, ct);
        var charge = new GatewayCharge(command.Provider, command.TradeNo, new GatewayReceipt(command.Amount, "", clock.GetUtcNow()));
        var settled = payable is null ? PaymentErrors.PaymentNotFound : await settlement.SettleGateway(payable, charge, facts, Source, ct);
        if (settled.IsSuccess)
            return settled.Value.Notification;

        if (!PaymentErrors.MatchesNothing(settled.Error))
            return settled.Error;

        await suspense.Keep(facts, NotificationOutcome.UnknownTrade, payable?.Id, Source, ct);
        return NotificationOutcome.UnknownTrade;
    }
}
