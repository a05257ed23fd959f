using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Billing.Payments.Commands;

/// <summary>
/// A gateway, or somebody who pretends to be one, says that an attempt was paid. Refused notices are a success here, because
/// what was refused is stored too; the answer tells which it was. A gateway that is switched off still settles what it was asked for.
/// </summary>
public sealed record ReceivePaymentNotification(string Provider, GatewayCall Call) : ICommand<PaymentNotificationResponse>;

/// <param name="Refusal">Null when the gateway need not repeat it.</param>
/// <param name="Acknowledgement">What the gateway wants to read then.</param>
public sealed record PaymentNotificationResponse(Error? Refusal, string Acknowledgement);

internal sealed class ReceivePaymentNotificationHandler(
    PaymentProviders providers, GatewayCalls gateways, IOrders orders, PaymentNotificationLog log, PaymentSettlement settlement,
    SuspenseAccount suspense, TimeProvider clock)
    : ICommandHandler<ReceivePaymentNotification, PaymentNotificationResponse>
{
    public async Task<Result<PaymentNotificationResponse>> Handle(ReceivePaymentNotification command, CancellationToken ct)
    {
        // Ways to pay that a person confirms have no callback at all.
        if (await providers.Find(command.Provider, ct) is not { Gateway: not null } provider)
            return PaymentErrors.ProviderNotFound;

        // Without a merchant's key every signature could be made by anybody.
        if (provider.Missing.Count > 0 || !provider.IsReady)
            return PaymentErrors.ProviderDisabled;

        var read = await gateways.Read(provider, command.Call, ct);
        if (!read.IsSuccess)
            return read.Error;

        var outcome = await Settle(command, read.Value, ct);
        return outcome.IsSuccess
            ? new PaymentNotificationResponse(PaymentNotificationLog.Failure(outcome.Value), read.Value.Acknowledgement)
            : outcome.Error;
    }

    private async Task<Result<NotificationOutcome>> Settle(
        ReceivePaymentNotification command, GatewayNotification notice, CancellationToken ct)
    {
        var order = notice.TradeNo.Length is 0 or > NotificationFacts.MaxTradeNo
            ? null
            : await orders.FindByTradeNoForUpdate(notice.TradeNo, ct);
        var facts = new NotificationFacts(
            command.Provider,
            PaymentNotificationLog.Short(notice.TradeNo, NotificationFacts.MaxTradeNo),
            PaymentNotificationLog.Short(notice.Reference, PaymentFailure.MaxReference),
            notice.Amount);
        var parameters = PaymentNotificationLog.Text(command.Call.Parameters);
        if (Refused(notice) is { } refused)
        {
            await log.Record(facts, refused, order?.Id, parameters, ct);
            return refused;
        }

        if (order is not null && await log.WasCredited(facts, ct))
            return NotificationOutcome.Repeated;

        // No attempt is for nothing, so a missing amount suits none of them.
        var now = clock.GetUtcNow();
        var settled = order?.SettleAttempt(
            command.Provider, notice.TradeNo, new GatewayReceipt(notice.Amount ?? Money.Zero(order.Currency), facts.Reference, now), now);
        if (settled is { IsSuccess: true })
            return await settlement.Finish(order!, facts, settled.Value, parameters, ct);

        var unmatched = settled?.Error?.Code == OrderErrors.NoticeDiffers.Code
            ? NotificationOutcome.AmountDiffers
            : NotificationOutcome.UnknownTrade;
        await suspense.Keep(facts, unmatched, order?.Id, parameters, ct);
        return unmatched;
    }

    private static NotificationOutcome? Refused(GatewayNotification notice)
    {
        if (!notice.IsSigned)
            return NotificationOutcome.BadSignature;

        return notice.IsPaid ? null : NotificationOutcome.NotPaid;
    }
}
