using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <content>What Billing sees of an order. Reached through the interface only: each member is one half of a movement of money.</content>
public sealed partial class Order : IPayable
{
    Result IPayable.SettleFromWallet(WalletCharge charge, DateTimeOffset now)
    {
        if (Kind == OrderKind.Console)
            return SettleFromWallet(now) is { IsSuccess: false, Error: var refused } ? refused : Result.Success;

        if (!_awaitsDebit)
            return PayByHand(charge.By, new ManualPayment(charge.Method, charge.Reference, charge.Remark, charge.PaidAt ?? now, FromBalance: true), now);

        _awaitsDebit = false;
        return Result.Success;
    }

    Result<GatewaySettlement> IPayable.SettleCharge(GatewayCharge charge, DateTimeOffset now) => charge.PaymentId is { } id
        ? ConfirmPayment(new OrderPaymentId(id), charge.Receipt, now)
        : SettleAttempt(charge.Method, charge.TradeNo, charge.Receipt, now);

    IReadOnlyList<SettledPayment> IPayable.TakeHeldMoney(DateTimeOffset now) => [.. RefundToWallet(now).Select(payment => payment.AsSettled())];

    Result<IPayableRefund> IPayable.Refund(RefundRequest request, Actor by, DateTimeOffset now) =>
        Refund(by, request, now).Map(refund => (IPayableRefund)refund);

    void IPayable.RefundItem(long itemId, Money amount) => Refund(new OrderItemId(itemId), amount);
}
