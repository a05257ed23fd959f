using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Billing.Payments.Commands;

/// <summary>What to do next, or that it is done.</summary>
/// <param name="Balance">What is left in the wallet when it paid.</param>
public sealed record PaymentChoice(
    string Method,
    string Status,
    string TradeNo = "",
    string PayUrl = "",
    IReadOnlyDictionary<string, string>? Extra = null,
    bool Paid = false,
    string Message = "",
    Yuan Balance = default);
