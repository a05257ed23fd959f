namespace VpsPanel.Application.Servers;

/// <param name="RefundAmount">In cents, as all amounts of items.</param>
public sealed record RefundSpec(long VpsId, long RefundAmount, bool RefundToWallet, string Reason, bool DeleteOnApprove);
