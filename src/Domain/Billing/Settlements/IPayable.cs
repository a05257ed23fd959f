using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>
/// Something that is paid and may be refunded. Each member below the facts is one half of a movement of money; the other half is an entry in
/// the owner's wallet. Only the settlement calls them, which does both in one transaction.
/// </summary>
public interface IPayable
{
    OrderId Id { get; }

    UserId UserId { get; }

    /// <summary>What people call it.</summary>
    string OrderNo { get; }

    string Currency { get; }

    Money Total { get; }

    /// <summary>The wallet pays the whole total.</summary>
    /// <returns>A refusal when it cannot be paid now.</returns>
    Result SettleFromWallet(WalletCharge charge, DateTimeOffset now);

    /// <summary>
    /// A gateway collected money. Never refused for the status: the money is there. A repeat changes nothing.
    /// </summary>
    /// <returns><c>payment.not_found</c>, or <c>payment.notice_differs</c> for another currency or no amount.</returns>
    Result<GatewaySettlement> SettleCharge(GatewayCharge charge, DateTimeOffset now);

    /// <summary>Takes all money off that was collected and not given back.</summary>
    IReadOnlyList<SettledPayment> TakeHeldMoney(DateTimeOffset now);

    /// <summary>A part of what the wallet paid, or the rest.</summary>
    Result<IPayableRefund> Refund(RefundRequest request, Actor by, DateTimeOffset now);

    /// <summary>Money that was paid for one item.</summary>
    /// <exception cref="InvalidOperationException">The amount is none, of another currency, or the item is not one of these.</exception>
    void RefundItem(long itemId, Money amount);
}
