using VpsPanel.Domain.Billing.Settlements;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>Why a payment outside came to nothing.</summary>
public sealed record PaymentFailure(string? Reference, string? Code, string? Message)
{
    public const int MaxReference = GatewayReceipt.MaxReference;
    public const int MaxCode = 64;
    public const int MaxMessage = 255;
}
