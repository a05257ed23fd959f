using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments;

/// <param name="ReturnUrl">Blank for the configured one.</param>
/// <param name="NotifyUrl">Where to report the payment.</param>
public sealed record GatewayAttempt(string TradeNo, Money Amount, string Subject, string ReturnUrl, string NotifyUrl);
