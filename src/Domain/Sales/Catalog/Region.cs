using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>What an admin decides about a region.</summary>
public sealed record RegionTerms(string Code, string Name, bool Active);

/// <summary>A place in which VPS run.</summary>
[StreamName("region")]
public sealed class Region : AggregateRoot<RegionId>
{
    private Region()
    {
    }

    /// <summary>Unique.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public bool Active { get; private set; }

    public static Result<Region> Create(RegionTerms terms)
    {
        var region = new Region();
        var applied = region.Change(terms);
        return applied.IsSuccess ? region : applied.Error;
    }

    public Result Change(RegionTerms terms)
    {
        if (new FieldErrors().Name("code", terms.Code, 64).Name("name", terms.Name).Error is { } error)
            return error;

        Code = terms.Code.Trim();
        Name = terms.Name.Trim();
        Active = terms.Active;
        Raise(new CatalogChanged());
        return Result.Success;
    }

    public void Withdraw() => Raise(new CatalogChanged());
}
