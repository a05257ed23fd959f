using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

/// <param name="Charge">Negative when the VPS becomes cheaper.</param>
/// <param name="Refund">What goes back to the owner; at most what the charge says.</param>
public sealed record ResizePrice(Money Charge, Money Refund);
