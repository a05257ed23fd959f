using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Payments;

namespace VpsPanel.Application.Payments.Commands;

/// <summary>
/// A gateway, or somebody who pretends to be one, says that an attempt was paid. Refused notices are a success here, because
/// what was refused is stored too; the answer tells which it was. A gateway that is switched off still settles what it was asked for.
/// </summary>
public sealed record ReceiveNotice(string Provider, GatewayCall Call) : ICommand<NoticeAnswer>;

/// <param name="Refusal">Null when the gateway need not repeat it.</param>
/// <param name="Acknowledgement">What the gateway wants to read then.</param>
public sealed record NoticeAnswer(Error? Refusal, string Acknowledgement);

internal sealed class ReceiveNoticeHandler(
    PaymentProviders providers, IOrders orders, NoticeBook book, PaymentSettlement settlement, TimeProvider clock)
    : ICommandHandler<ReceiveNotice, NoticeAnswer>
{
    public async Task<Result<NoticeAnswer>> Handle(ReceiveNotice command, CancellationToken ct)
    {
        // Ways to pay that a person confirms have no callback at all.
        if (await providers.Find(command.Provider, ct) is not { Gateway: { } gateway } provider)
            return PaymentErrors.ProviderNotFound;

        // Without a merchant's key every signature could be made by anybody.
        if (provider.Missing.Count > 0 || !provider.IsReady)
            return PaymentErrors.ProviderDisabled;

        var read = await gateway.Read(command.Call, provider.Config, ct);
        if (!read.IsSuccess)
            return read.Error;

        var verdict = await Settle(command, read.Value, ct);
        return verdict.IsSuccess
            ? new NoticeAnswer(NoticeBook.Refusal(verdict.Value), read.Value.Acknowledgement)
            : verdict.Error;
    }

    private async Task<Result<NoticeVerdict>> Settle(ReceiveNotice command, GatewayNotice notice, CancellationToken ct)
    {
        var order = notice.TradeNo.Length is 0 or > NoticeFacts.MaxTradeNo ? null : await orders.FindByTradeNoForUpdate(notice.TradeNo, ct);
        var facts = new NoticeFacts(
            command.Provider,
            NoticeBook.Short(notice.TradeNo, NoticeFacts.MaxTradeNo),
            NoticeBook.Short(notice.Reference, PaymentFailure.MaxReference),
            notice.Amount);
        var parameters = NoticeBook.Text(command.Call.Parameters);
        if (Refused(notice) is { } refused)
        {
            await book.Keep(facts, refused, order?.Id, parameters, ct);
            return refused;
        }

        if (order is not null && await book.WasCredited(facts, ct))
            return NoticeVerdict.Repeated;

        // No attempt is for nothing, so a missing amount suits none of them.
        var now = clock.GetUtcNow();
        var settled = order?.SettleAttempt(
            command.Provider, notice.TradeNo, new GatewayReceipt(notice.Amount ?? Money.Zero(order.Currency), facts.Reference, now), now);
        if (settled is { IsSuccess: true })
            return await settlement.Finish(order!, facts, settled.Value, parameters, ct);

        var verdict = settled?.Error?.Code == OrderErrors.NoticeDiffers.Code ? NoticeVerdict.AmountDiffers : NoticeVerdict.UnknownTrade;
        await book.Keep(facts, verdict, order?.Id, parameters, ct);
        return verdict;
    }

    private static NoticeVerdict? Refused(GatewayNotice notice)
    {
        if (!notice.IsSigned)
            return NoticeVerdict.BadSignature;

        return notice.IsPaid ? null : NoticeVerdict.NotPaid;
    }
}
