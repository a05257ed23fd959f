namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>What became of money that a gateway collected.</summary>
public enum SettlementOutcome
{
    /// <summary>This notice was handled before.</summary>
    Repeated,

    /// <summary>It paid the order, which is approved now.</summary>
    Approved,

    /// <summary>It paid what somebody had approved unpaid.</summary>
    PaidLate,

    /// <summary>Nothing wants it any more: it goes to the wallet.</summary>
    OwedToWallet,

    /// <summary>Less than the attempt asks for: it settles nothing and goes to the wallet.</summary>
    Underpaid,

    /// <summary>Another charge for an attempt that is settled: it goes to the wallet.</summary>
    PaidAgain,
}
