namespace VpsPanel.Domain.Billing.Payments;

/// <summary>What became of a gateway's notice.</summary>
public enum NotificationOutcome
{
    /// <summary>The money is the order's.</summary>
    Settled,

    /// <summary>The order did not want it any more; it is in the wallet.</summary>
    CreditedToWallet,

    /// <summary>More than the attempt: the order is paid and the rest is in the wallet.</summary>
    Overpaid,

    /// <summary>Less than the attempt: it is in the wallet and the order is not paid.</summary>
    Underpaid,

    /// <summary>Handled before; nothing changed.</summary>
    Repeated,

    /// <summary>It does not say that the money was collected.</summary>
    NotPaid,

    /// <summary>It names no amount, or another currency than the attempt.</summary>
    AmountDiffers,

    BadSignature,

    /// <summary>Rightly signed, but none of our attempts. With an amount, the money is in the suspense list.</summary>
    UnknownTrade,
}
