using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Wallets;

public sealed record WalletOrderSubmitted(UserId UserId, WalletOrderType Type, Money Amount) : IDomainEvent;

/// <summary>The money has moved.</summary>
/// <param name="Meta">A JSON object, or null, as it was submitted.</param>
public sealed record WalletOrderApproved(UserId UserId, WalletOrderType Type, Money Amount, string? Meta) : IDomainEvent;

public sealed record WalletOrderRejected(UserId UserId, WalletOrderType Type, Money Amount, string Reason) : IDomainEvent;
