using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.PlanOrders;

/// <summary>An order of a plan. Optional members are absent when they have nothing to say.</summary>
/// <param name="CreditCents">What the unused part of another plan paid; <c>total_cents</c> is without it.</param>
public sealed record PlanOrderView(
    long Id,
    string Number,
    long UserId,
    [property: WordsOf(typeof(OrderStatus))] string Status,
    string PaymentStatus,
    string PaymentMethod,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PaymentIntentId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PaymentReference,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PaymentFailureCode,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PaymentFailureMessage,
    long TotalCents,
    long RefundedCents,
    string Currency,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? PlanId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlanSnapshot? PlanSnapshot,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Metadata,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnixSeconds? PaidAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnixSeconds? CancelledAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnixSeconds? RefundedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnixSeconds? PaymentDueAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnixSeconds? ExpiredAt,
    UnixSeconds CreatedAt,
    UnixSeconds UpdatedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? CreditCents = null)
{
    public IReadOnlyList<PlanOrderItemView> Items { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PlanOrderRefundView>? Refunds { get; init => field = value is { Count: > 0 } ? value : null; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PlanOrderPaymentView>? Payments { get; init => field = value is { Count: > 0 } ? value : null; }

    /// <summary>Whose it is; for admins.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BuyerView? User { get; init; }
}

public sealed record BuyerView(long Id, string Email, string DisplayName);

public sealed record PlanOrderItemView(
    long Id,
    long OrderId,
    string ItemType,
    long ItemId,
    string Name,
    int Quantity,
    long UnitPriceCents,
    string Currency,
    long SubtotalCents,
    RawJson? Metadata,
    UnixSeconds CreatedAt);

public sealed record PlanOrderRefundView(
    long Id, long OrderId, long AmountCents, string Reason, string Reference, RawJson Metadata, UnixSeconds CreatedAt);

/// <param name="Status"><c>pending</c>, <c>succeeded</c> or <c>failed</c>.</param>
public sealed record PlanOrderPaymentView(
    long Id,
    long OrderId,
    string Provider,
    string Method,
    string IntentId,
    string Reference,
    string Status,
    long AmountCents,
    string Currency,
    string FailureCode,
    string FailureMessage,
    RawJson? Metadata,
    UnixSeconds CreatedAt,
    UnixSeconds UpdatedAt);
