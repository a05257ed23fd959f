using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Carts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Carts;

public interface ICarts : IRepository<CartItem, CartItemId>
{
    /// <summary>In the order in which the lines were added.</summary>
    Task<IReadOnlyList<CartItem>> ListOf(UserId user, CancellationToken ct);

    Task Clear(UserId user, CancellationToken ct);
}

public static class CartErrors
{
    public static Error NotFound { get; } = Error.NotFound("cart.not_found");

    public static Error Full { get; } = Error.Conflict("cart.full", $"a cart holds at most {CartItem.MaxPerUser} lines");
}

/// <summary>Between a stored line and what the catalogue is asked about it.</summary>
public static class CartLines
{
    /// <summary>For the price as it is now.</summary>
    public static WantedLine Wanted(this CartItem item) => new(item.PackageId, item.SystemId, item.Spec(), item.Qty);

    internal static CartSpec Spec(this CartItem item) => new(
        item.AddCores,
        item.AddMemGb,
        item.AddDiskGb,
        item.AddBwMbps,
        item.BillingCycleId.Value,
        item.CycleQty,
        item.DurationMonths);

    internal static CartChoice Choice(this PricedLine line) => new(
        line.Spec.AddOns, new(line.Spec.BillingCycleId), line.Spec.CycleQty, line.Spec.DurationMonths, line.Qty, line.Total);
}
