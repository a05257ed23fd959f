using VpsPanel.Domain.Common;
using VpsPanel.Domain.Plans;

namespace VpsPanel.Domain.Orders;

/// <summary>A plan as it was when it was ordered; what is delivered for the money, however the plan changes.</summary>
public sealed record PlanSnapshot(
    long Id,
    string Name,
    string Slug,
    string Description,
    long PriceCents,
    string Currency,
    int DurationDays,
    long TrafficLimitBytes,
    int DevicesLimit,
    IReadOnlyList<string> Features,
    IReadOnlyList<string> Tags)
{
    internal Money Price => new(PriceCents, Currency);

    public static PlanSnapshot Of(Plan plan) => new(
        plan.Id.Value,
        plan.Name,
        plan.Slug,
        plan.Description,
        plan.PriceCents,
        plan.Currency,
        plan.DurationDays,
        plan.TrafficLimitBytes,
        plan.DevicesLimit,
        plan.Features,
        plan.Tags);
}

/// <summary>What a customer wants of a plan and how he pays.</summary>
/// <param name="Quantity">Periods at once, 1 to <see cref="MaxQuantity"/>.</param>
/// <param name="Channel">Where he pays outside; null for the wallet.</param>
public sealed record PlanPurchase(
    PlanSnapshot Plan, int Quantity, string Method, string? Channel, string? ReturnUrl, string? IdempotencyKey)
{
    public const int MaxQuantity = 10;

    /// <summary>How long the order may stay unpaid.</summary>
    public TimeSpan PaymentWindow { get; init; } = Order.DefaultPaymentWindow;
}

/// <summary>An admin's word that an order was paid.</summary>
/// <param name="Method">Null to keep the order's.</param>
/// <param name="FromBalance">The wallet was debited by the whole total, in the same transaction.</param>
public sealed record ManualPayment(string? Method, string? Reference, string? Note, DateTimeOffset PaidAt, bool FromBalance);

/// <summary>Why a payment outside came to nothing.</summary>
public sealed record PaymentFailure(string? Reference, string? Code, string? Message)
{
    public const int MaxReference = 128;
    public const int MaxCode = 64;
    public const int MaxMessage = 255;
}

/// <summary>Money that shall go back to the wallet.</summary>
/// <param name="Metadata">A JSON object, or null.</param>
public sealed record RefundRequest(long AmountCents, string Reason, string? Metadata, DateTimeOffset RefundedAt);
