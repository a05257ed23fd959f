using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>The arithmetic of a stock that may be unlimited.</summary>
public static class Stock
{
    public const int Unlimited = -1;

    public static bool Has(int remaining, int quantity) => remaining == Unlimited || remaining >= quantity;

    /// <summary>What is left afterwards, or <c>stock.sold_out</c>.</summary>
    internal static Result<int> Take(int remaining, int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        if (!Has(remaining, quantity))
            return CatalogErrors.SoldOut;

        return remaining == Unlimited ? Unlimited : remaining - quantity;
    }

    internal static int Release(int remaining, int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        return remaining == Unlimited ? Unlimited : checked(remaining + quantity);
    }
}
