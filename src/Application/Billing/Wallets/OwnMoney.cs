using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets;

/// <summary>Nobody decides on money of their own: not on their orders, wallet orders and refunds, and not on their balance.</summary>
public static class OwnMoney
{
    /// <returns>Null when the money is somebody else's, or no person decides.</returns>
    public static Error? Refuse(Actor by, UserId owner) =>
        by.Kind == ActorKind.Admin && by.UserId.Value > 0 && by.UserId == owner ? WalletErrors.OwnMoney : null;
}
