using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Domain.Sales.Cart;

public readonly record struct CartItemId(long Value) : IId<CartItemId>
{
    public static CartItemId From(long value) => new(value);
}

/// <summary>A line that a customer may order. Its price is that of its last change; the order asks for the price again.</summary>
[StreamName("cart_item")]
public sealed class CartItem : AggregateRoot<CartItemId>
{
    /// <summary>Lines per customer.</summary>
    public const int MaxPerUser = 50;

    private CartItem()
    {
    }

    public UserId UserId { get; private set; }

    public PackageId PackageId { get; private set; }

    public SystemImageId SystemId { get; private set; }

    public int AddCores { get; private set; }

    public int AddMemGb { get; private set; }

    public int AddDiskGb { get; private set; }

    public int AddBwMbps { get; private set; }

    /// <summary>0 for one month without a cycle.</summary>
    public BillingCycleId BillingCycleId { get; private set; }

    public int CycleQty { get; private set; }

    public int DurationMonths { get; private set; }

    public int Qty { get; private set; }

    /// <summary>The whole line.</summary>
    public Money Amount { get; private set; }

    public static CartItem Add(UserId user, PackageId package, SystemImageId image, CartChoice choice)
    {
        var item = new CartItem { UserId = user, PackageId = package, SystemId = image };
        item.Choose(choice);
        return item;
    }

    public void Choose(CartChoice choice)
    {
        AddCores = choice.AddOns.Cores;
        AddMemGb = choice.AddOns.MemoryGb;
        AddDiskGb = choice.AddOns.DiskGb;
        AddBwMbps = choice.AddOns.BandwidthMbps;
        BillingCycleId = choice.BillingCycleId;
        CycleQty = choice.CycleQty;
        DurationMonths = choice.DurationMonths;
        Qty = choice.Qty;
        Amount = choice.Amount;
    }
}
