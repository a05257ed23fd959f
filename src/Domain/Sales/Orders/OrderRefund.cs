using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>Money of a plan order that went back to the wallet. Written once, never changed.</summary>
public sealed class OrderRefund : IPayableRefund
{
    public const int MaxReason = 255;

    private OrderRefund()
    {
    }

    public OrderRefundId Id { get; private set; }

    long IPayableRefund.Key => Id.Value;

    public long AmountCents { get; private set; }

    public string Reason { get; private set; } = "";

    public string Reference { get; private set; } = "";

    /// <summary>A JSON object.</summary>
    public string Metadata { get; private set; } = "{}";

    public DateTimeOffset CreatedAt { get; private set; }

    internal static OrderRefund Of(RefundRequest request, string reference, Actor by, DateTimeOffset now) => new()
    {
        AmountCents = request.AmountCents,
        Reason = request.Reason,
        Reference = reference,
        Metadata = JsonNotes.Merge(JsonNotes.With(null, ("operator", by.Name), ("reason", JsonNotes.Text(request.Reason))), request.Metadata),
        CreatedAt = now,
    };
}
