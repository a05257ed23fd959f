namespace VpsPanel.Application.Billing.Payments;

/// <param name="PayUrl">Blank when there is nowhere to go.</param>
/// <param name="Extra">What clients show beside or instead of it.</param>
public sealed record GatewayLink(string PayUrl, IReadOnlyDictionary<string, string>? Extra = null);
