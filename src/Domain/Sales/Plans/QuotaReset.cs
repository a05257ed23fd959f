using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Plans;

/// <summary>When a subscription's traffic comes back.</summary>
public enum QuotaReset
{
    /// <summary>Never: each bought duration has its part of what was bought.</summary>
    None,
    Day,
    Week,
    Month,

    /// <summary>Every thirty days.</summary>
    [WireName("30d")]
    ThirtyDays,
}
