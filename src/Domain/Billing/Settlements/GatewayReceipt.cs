using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>What a gateway says that it collected for one of our attempts.</summary>
/// <param name="Reference">
/// The gateway's own name of the charge, at most <see cref="MaxReference"/> characters; blank when it gives none. Another name
/// for the same attempt is other money.
/// </param>
/// <param name="PaidAt">When the customer paid, as far as it is known.</param>
public sealed record GatewayReceipt(Money Collected, string Reference, DateTimeOffset PaidAt)
{
    public const int MaxReference = 128;
}
