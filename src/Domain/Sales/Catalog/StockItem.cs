using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>What is sold out of a stock and can be taken off sale.</summary>
public abstract class StockItem<TId> : AggregateRoot<TId>
    where TId : struct, IId<TId>
{
    public bool Active { get; protected set; }

    public bool Visible { get; protected set; }

    /// <summary>-1 means unlimited; for a package, as many as its plan group has.</summary>
    public int CapacityRemaining { get; protected set; }

    public bool IsOnSale => Active && Visible;

    public void Withdraw() => Raise(new CatalogChanged());

    /// <summary>Takes VPS from the stock. Call on a locked row.</summary>
    public Result Reserve(int quantity)
    {
        var left = Stock.Take(CapacityRemaining, quantity);
        if (!left.IsSuccess)
            return left.Error;

        SetRemaining(left.Value);
        return Result.Success;
    }

    /// <summary>Puts VPS back that were reserved and never made.</summary>
    public void Release(int quantity) => SetRemaining(Stock.Release(CapacityRemaining, quantity));

    private void SetRemaining(int left)
    {
        if (left == CapacityRemaining)
            return;

        CapacityRemaining = left;
        Raise(new CatalogChanged());
    }
}
