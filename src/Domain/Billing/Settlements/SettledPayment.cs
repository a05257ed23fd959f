using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>A payment whose money moves.</summary>
/// <param name="Id">The payment's.</param>
/// <param name="TradeNo">Blank for a claim that named none.</param>
public sealed record SettledPayment(long Id, Money Amount, string TradeNo);
