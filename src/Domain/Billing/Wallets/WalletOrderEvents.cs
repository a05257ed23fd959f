using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Wallets;

[EventName("wallet_order.submitted")]
public sealed record WalletOrderSubmitted(UserId UserId, WalletOrderType Type, Money Amount) : IDomainEvent;

/// <summary>The money has moved.</summary>
/// <param name="Meta">A JSON object, or null, as it was submitted.</param>
[EventName("wallet_order.approved")]
public sealed record WalletOrderApproved(UserId UserId, WalletOrderType Type, Money Amount, string? Meta) : IDomainEvent;

[EventName("wallet_order.rejected")]
public sealed record WalletOrderRejected(UserId UserId, WalletOrderType Type, Money Amount, string Reason) : IDomainEvent;
