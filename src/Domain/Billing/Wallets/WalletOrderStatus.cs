using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Billing.Wallets.WalletOrderMove;
using static VpsPanel.Domain.Billing.Wallets.WalletOrderStatus;

namespace VpsPanel.Domain.Billing.Wallets;

public enum WalletOrderStatus
{
    PendingReview,
    Approved,
    Rejected,
}
