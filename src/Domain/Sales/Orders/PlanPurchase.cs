namespace VpsPanel.Domain.Sales.Orders;

/// <summary>What a customer wants of a plan and how they pay.</summary>
/// <param name="Quantity">Periods at once, 1 to <see cref="MaxQuantity"/>.</param>
/// <param name="Channel">Where they pay outside; null for the wallet.</param>
public sealed record PlanPurchase(
    PlanSnapshot Plan, int Quantity, string Method, string? Channel, string? ReturnUrl, string? IdempotencyKey)
{
    public const int MaxQuantity = 10;

    /// <summary>What the unused part of another plan pays of it; at most its price.</summary>
    public long CreditCents { get; init; }

    /// <summary>How long the order may stay unpaid.</summary>
    public TimeSpan PaymentWindow { get; init; } = Order.DefaultPaymentWindow;
}
