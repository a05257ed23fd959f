using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>What an admin decides about a billing cycle.</summary>
public sealed record BillingCycleTerms(string Name, int Months, decimal Multiplier, int MinQty, int MaxQty, bool Active, int SortOrder);

/// <summary>A number of months that is paid at once, at so many times the monthly price.</summary>
[StreamName("billing_cycle")]
public sealed class BillingCycle : AggregateRoot<BillingCycleId>
{
    public const int MaxMonths = 600;
    private const int MaxMultiplier = 1000;

    private BillingCycle()
    {
    }

    public string Name { get; private set; } = "";

    public int Months { get; private set; }

    /// <summary>Above 0, at most four decimals.</summary>
    public decimal Multiplier { get; private set; }

    /// <summary>Fewest cycles in one purchase; 0 for no bound.</summary>
    public int MinQty { get; private set; }

    /// <summary>Most cycles in one purchase; 0 for no bound.</summary>
    public int MaxQty { get; private set; }

    public bool Active { get; private set; }

    public int SortOrder { get; private set; }

    public static Result<BillingCycle> Create(BillingCycleTerms terms)
    {
        var cycle = new BillingCycle();
        var applied = cycle.Change(terms);
        return applied.IsSuccess ? cycle : applied.Error;
    }

    public Result Change(BillingCycleTerms terms)
    {
        if (Check(terms) is { } error)
            return error;

        Name = terms.Name.Trim();
        Months = terms.Months;
        Multiplier = terms.Multiplier;
        MinQty = terms.MinQty;
        MaxQty = terms.MaxQty;
        Active = terms.Active;
        SortOrder = terms.SortOrder;
        Raise(new CatalogChanged());
        return Result.Success;
    }

    public void Withdraw() => Raise(new CatalogChanged());

    private static Error? Check(BillingCycleTerms terms) => new FieldErrors()
        .Name("name", terms.Name)
        .Range("months", terms.Months, 1, MaxMonths)
        .Unless(terms.Multiplier is > 0 and <= MaxMultiplier, "multiplier", $"must be above 0 and at most {MaxMultiplier}")
        .Unless(decimal.Round(terms.Multiplier, 4) == terms.Multiplier, "multiplier", "must have at most 4 decimals")
        .Range("min_qty", terms.MinQty, 0, MaxMonths)
        .Range("max_qty", terms.MaxQty, 0, MaxMonths)
        .Unless(terms.MaxQty == 0 || terms.MaxQty >= terms.MinQty, "max_qty", "must not be below the minimum")
        .SortOrder(terms.SortOrder)
        .Error;
}
