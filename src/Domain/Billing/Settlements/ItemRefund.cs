using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>Money that was paid for one item and goes back to its owner.</summary>
/// <param name="ItemId">The item that remembers it.</param>
/// <param name="Metadata">Of the wallet order: a JSON object.</param>
/// <param name="Reference">What the ledger entry is posted for, once.</param>
public sealed record ItemRefund(long ItemId, Money Amount, string Note, string Metadata, LedgerReference Reference);
