namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>Money that shall go back to the wallet.</summary>
/// <param name="Metadata">A JSON object, or null.</param>
public sealed record RefundRequest(long AmountCents, string Reason, string? Metadata, DateTimeOffset RefundedAt);
