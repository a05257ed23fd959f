using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Billing.Wallets.WalletOrderMove;
using static VpsPanel.Domain.Billing.Wallets.WalletOrderStatus;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Billing.Wallets.WalletOrderStatus, VpsPanel.Domain.Billing.Wallets.WalletOrderMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Billing.Wallets;

/// <summary>A review is final: money that moved is corrected by another entry, not by another status.</summary>
public static class WalletOrderFlow
{
    public static Flow<WalletOrderStatus, WalletOrderMove, ActorKind> Table { get; } = new(
        "wallet-order",
        new Step(PendingReview, Approve, Approved, Admin, ActorKind.System),
        new Step(PendingReview, Reject, Rejected, Admin, ActorKind.System));
}
