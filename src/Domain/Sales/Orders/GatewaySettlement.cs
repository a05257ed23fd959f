using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>What became of a receipt.</summary>
/// <param name="ToWallet">What the caller credits to the owner's wallet in the same transaction; nothing for most.</param>
public sealed record GatewaySettlement(Settlement Outcome, OrderPayment Payment, Money ToWallet);
