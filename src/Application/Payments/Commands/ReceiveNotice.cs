using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Payments;
using VpsPanel.Domain.Wallets;

namespace VpsPanel.Application.Payments.Commands;

/// <summary>
/// A gateway, or somebody who pretends to be one, says that an attempt was paid. Refused notices are a success here, because
/// what was refused is stored too; the answer tells which it was.
/// </summary>
public sealed record ReceiveNotice(string Provider, GatewayCall Call) : ICommand<NoticeAnswer>;

/// <param name="Refusal">Null when the gateway need not repeat it.</param>
/// <param name="Acknowledgement">What the gateway wants to read then.</param>
public sealed record NoticeAnswer(Error? Refusal, string Acknowledgement);

internal sealed class ReceiveNoticeHandler(
    PaymentProviders providers,
    IOrders orders,
    IWallets wallets,
    NoticeBook book,
    TimeProvider clock) : ICommandHandler<ReceiveNotice, NoticeAnswer>
{
    public async Task<Result<NoticeAnswer>> Handle(ReceiveNotice command, CancellationToken ct)
    {
        // Ways to pay that a person confirms have no callback at all.
        if (await providers.Find(command.Provider, ct) is not { Gateway: { } gateway } provider)
            return PaymentErrors.ProviderNotFound;

        // Without a merchant's key every signature could be made by anybody.
        if (provider.Missing.Count > 0 || !gateway.IsReady)
            return PaymentErrors.ProviderDisabled;

        var read = await gateway.Read(command.Call, provider.Config, ct);
        if (!read.IsSuccess)
            return read.Error;

        var notice = read.Value;
        var order = notice.TradeNo.Length is 0 or > NoticeBook.MaxTradeNo ? null : await orders.FindByTradeNoForUpdate(notice.TradeNo, ct);
        var verdict = await Judge(provider, notice, order, ct);
        if (!verdict.IsSuccess)
            return verdict.Error;

        await book.Keep(command, notice, order, verdict.Value, ct);
        return new NoticeAnswer(NoticeBook.Refusal(verdict.Value), notice.Acknowledgement);
    }

    private async Task<Result<NoticeVerdict>> Judge(ConfiguredProvider provider, GatewayNotice notice, Order? order, CancellationToken ct)
    {
        if (!notice.IsSigned)
            return NoticeVerdict.BadSignature;

        if (!provider.Enabled)
            return NoticeVerdict.ProviderDisabled;

        if (!notice.IsPaid)
            return NoticeVerdict.NotPaid;

        if (order is null)
            return NoticeVerdict.UnknownTrade;

        // No attempt is for nothing, so a missing amount differs from all of them.
        var settled = order.SettleAttempt(provider.Key, notice.TradeNo, notice.Amount ?? Money.Zero(order.Currency), clock.GetUtcNow());
        if (!settled.IsSuccess)
            return Verdict(settled.Error);

        if (settled.Value == Settlement.OwedToWallet)
        {
            var credited = await CreditBack(order, notice.TradeNo, ct);
            if (!credited.IsSuccess)
                return credited.Error;
        }

        return settled.Value switch
        {
            Settlement.Repeated => NoticeVerdict.Repeated,
            Settlement.OwedToWallet => NoticeVerdict.CreditedToWallet,
            _ => NoticeVerdict.Settled,
        };
    }

    private async Task<Result> CreditBack(Order order, string tradeNo, CancellationToken ct)
    {
        var payment = order.Payments.Single(paid => paid.TradeNo == tradeNo);
        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, ct);
        return wallet.Credit(
            EntryKind.Refund,
            Cause.OrderPayment(payment.Id.Value),
            payment.Amount,
            $"payment {tradeNo} of {order.OrderNo}, which did not want it any more",
            clock.GetUtcNow());
    }

    private static NoticeVerdict Verdict(Error error) =>
        error.Code == OrderErrors.NoticeDiffers.Code ? NoticeVerdict.AmountDiffers : NoticeVerdict.UnknownTrade;
}
