using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>Who pays from a wallet, and what is written down about it.</summary>
/// <param name="By">The owner's order is settled by the system; an admin may pay it from the owner's wallet for them.</param>
/// <param name="Note">Of the ledger entry.</param>
/// <param name="Metadata">Of the ledger entry: a JSON object, or null.</param>
/// <param name="PaidAt">Null for now.</param>
/// <param name="Method">What the order calls the way to pay; null to keep the order's.</param>
/// <param name="Reference">Null to keep the order's.</param>
/// <param name="Remark">What the admin says of it, kept with the order.</param>
public sealed record WalletCharge(
    Actor By, string Note, string? Metadata = null, DateTimeOffset? PaidAt = null, string? Method = null, string? Reference = null,
    string? Remark = null);
