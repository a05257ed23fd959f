using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers;

/// <summary>A resize that can be had at this price now.</summary>
public sealed record ResizeOffer(VpsResize Change, ResizeSpec Spec, Money Charge);
