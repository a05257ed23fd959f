namespace VpsPanel.Application.Identity.RealNames;

/// <summary>The words by which the settings name what needs a real name.</summary>
public static class RealNameActions
{
    public const string PurchaseVps = "purchase_vps";

    /// <summary>Another word for <see cref="PurchaseVps"/>, which some clients save and want to read again.</summary>
    public const string CreateOrder = "create_order";
    public const string RenewVps = "renew_vps";
    public const string ResizeVps = "resize_vps";
    public const string WalletRecharge = "wallet_recharge";
    public const string WalletWithdraw = "wallet_withdraw";

    public static IReadOnlyList<string> All { get; } = [PurchaseVps, CreateOrder, RenewVps, ResizeVps, WalletRecharge, WalletWithdraw];

    /// <summary>Whether one of the words, as they were saved, stands for the action.</summary>
    public static bool Cover(IEnumerable<string> saved, string action) =>
        saved.Any(word => word == action || (word == CreateOrder && action == PurchaseVps));
}
