namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>Money that was collected outside for a payment of ours.</summary>
/// <param name="Method">The way to pay that collected it.</param>
/// <param name="TradeNo">Our name of the attempt.</param>
/// <param name="PaymentId">
/// For those who name the payment itself; such a payment is one charge, whatever references are told for it. Null for gateways, where another
/// reference means other money.
/// </param>
public sealed record GatewayCharge(string Method, string TradeNo, GatewayReceipt Receipt, long? PaymentId = null);
