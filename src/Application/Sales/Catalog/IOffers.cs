using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

/// <summary>Reads what a purchase is made of. Nothing is tracked, so that a later lock sees the rows as they are then.</summary>
public interface IOffers
{
    /// <summary>The parts that exist. Null when there is no such package.</summary>
    /// <param name="image">0 finds none.</param>
    /// <param name="cycle">0 finds none.</param>
    Task<Offer?> Find(PackageId package, SystemImageId image, BillingCycleId cycle, CancellationToken ct);
}
