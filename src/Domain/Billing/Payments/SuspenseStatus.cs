namespace VpsPanel.Domain.Billing.Payments;

/// <summary>What became of money that matched nothing.</summary>
public enum SuspenseStatus
{
    Open,

    /// <summary>It is in a user's wallet.</summary>
    Assigned,

    /// <summary>It went back outside.</summary>
    Returned,
}
