using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>What a customer or an admin says was paid outside.</summary>
public sealed record PaymentProof(
    string Method, Money Amount, string? TradeNo, string Note, string ScreenshotUrl, string? IdempotencyKey);
