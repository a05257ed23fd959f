namespace VpsPanel.Domain.Billing.Wallets;

/// <summary>Why money moved; the names are those of both API families.</summary>
public enum EntryKind
{
    Purchase,
    Refund,
    Recharge,
    Withdraw,
    Adjust,
}
