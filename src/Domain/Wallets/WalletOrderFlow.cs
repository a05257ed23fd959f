using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Wallets.WalletOrderMove;
using static VpsPanel.Domain.Wallets.WalletOrderStatus;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Wallets.WalletOrderStatus, VpsPanel.Domain.Wallets.WalletOrderMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Wallets;

public enum WalletOrderType
{
    Recharge,
    Withdraw,
    Refund,
}

public enum WalletOrderStatus
{
    PendingReview,
    Approved,
    Rejected,
}

public enum WalletOrderMove
{
    Approve,
    Reject,
}

/// <summary>A review is final: money that moved is corrected by another entry, not by another status.</summary>
public static class WalletOrderFlow
{
    public static Flow<WalletOrderStatus, WalletOrderMove, ActorKind> Table { get; } = new(
        "wallet-order",
        new Step(PendingReview, Approve, Approved, Admin, ActorKind.System),
        new Step(PendingReview, Reject, Rejected, Admin, ActorKind.System));
}
