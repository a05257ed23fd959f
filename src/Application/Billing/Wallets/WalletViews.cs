using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;

namespace VpsPanel.Application.Billing.Wallets;

/// <param name="Available">The balance without what pending withdrawals have reserved.</param>
public sealed record WalletView(long UserId, Yuan Balance, Yuan Available, Yuan Frozen, string Currency, DateTimeOffset UpdatedAt);

/// <param name="Amount">Negative for a debit.</param>
/// <param name="Type"><c>credit</c> or <c>debit</c>.</param>
/// <param name="Kind"><c>purchase</c>, <c>refund</c>, <c>recharge</c>, <c>withdraw</c> or <c>adjust</c>.</param>
public sealed record WalletTransactionView(
    long Id,
    long UserId,
    Yuan Amount,
    string Type,
    string Kind,
    string RefType,
    long RefId,
    string Note,
    Yuan BalanceAfter,
    string Currency,
    DateTimeOffset CreatedAt);

/// <param name="ReviewedBy">The admin; absent while pending and for reviews by an API key or the system.</param>
public sealed record WalletOrderView(
    long Id,
    long UserId,
    string Type,
    Yuan Amount,
    string Currency,
    [property: WordsOf(typeof(WalletOrderStatus))] string Status,
    string Note,
    RawJson? Meta,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? ReviewedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ReviewReason,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>A reviewed order and the wallet it moved.</summary>
public sealed record ApprovedWalletOrder(WalletOrderView Order, WalletView Wallet);
