using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>How much of one dimension can be added, and for what.</summary>
/// <param name="UnitPrice">Per unit and month.</param>
/// <param name="Min">Least amount other than nothing; 0 for no bound.</param>
/// <param name="Max">Largest amount; 0 for no bound.</param>
/// <param name="Step">Amounts are multiples of it; 0 means 1.</param>
public sealed record AddOnTerms(Money UnitPrice, int Min, int Max, int Step)
{
    /// <summary>No amount is larger, whatever the terms say.</summary>
    public const int Limit = 100_000;

    /// <summary>What is wrong with an amount, or null. Nothing is always right.</summary>
    public string? Validate(int amount)
    {
        if (amount == 0)
            return null;

        if (amount < 0 || amount > Limit)
            return $"must be between 0 and {Limit}";

        if (Min > 0 && amount < Min)
            return $"must be at least {Min}";

        if (Max > 0 && amount > Max)
            return $"must be at most {Max}";

        return amount % Math.Max(Step, 1) == 0 ? null : $"must be a multiple of {Step}";
    }
}
