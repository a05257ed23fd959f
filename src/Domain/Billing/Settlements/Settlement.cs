namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>What became of money that a gateway collected.</summary>
public enum Settlement
{
    /// <summary>This notice was handled before.</summary>
    Repeated,

    /// <summary>It paid the order, which is approved now.</summary>
    Approved,

    /// <summary>It paid an order that somebody had approved unpaid.</summary>
    PaidLate,

    /// <summary>The order does not want it: the caller credits the wallet in the same transaction.</summary>
    OwedToWallet,

    /// <summary>Less than the attempt asks for: it settles nothing, and the caller credits the wallet in the same transaction.</summary>
    Underpaid,

    /// <summary>Another charge for an attempt that is settled: the caller credits the wallet in the same transaction.</summary>
    PaidAgain,
}
