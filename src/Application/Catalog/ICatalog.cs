using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Catalog;

namespace VpsPanel.Application.Catalog;

public interface IRegions : IRepository<Region, RegionId>
{
    /// <summary>By the unique code, as it is written.</summary>
    Task<Region?> FindByCode(string code, CancellationToken ct);

    Task<IReadOnlyList<Region>> ListAll(CancellationToken ct);

    Task<bool> HasAny(CancellationToken ct);
}

public interface IPlanGroups : IRepository<PlanGroup, PlanGroupId>
{
    /// <summary>By the upstream's number of the line, which is above 0.</summary>
    Task<PlanGroup?> FindByLine(long lineId, CancellationToken ct);

    Task<IReadOnlyList<PlanGroup>> ListAll(CancellationToken ct);

    Task<bool> HasAnyIn(RegionId region, CancellationToken ct);

    /// <summary>Whether its stock never ends, so that buyers need not queue for its row. False when there is none.</summary>
    Task<bool> IsUnlimited(PlanGroupId id, CancellationToken ct);
}

public interface IPackages : IRepository<Package, PackageId>
{
    /// <summary>By the upstream's number of the product, which is above 0.</summary>
    Task<Package?> FindByProduct(PlanGroupId group, long productId, CancellationToken ct);

    Task<bool> HasAnyIn(PlanGroupId group, CancellationToken ct);

    /// <summary>Whether its stock never ends, so that buyers need not queue for its row. False when there is none.</summary>
    Task<bool> IsUnlimited(PackageId id, CancellationToken ct);

    Task<IReadOnlyList<Package>> ListIn(PlanGroupId group, CancellationToken ct);
}

public interface ISystemImages : IRepository<SystemImage, SystemImageId>
{
    /// <summary>By the upstream's number of the image, which is above 0.</summary>
    Task<SystemImage?> FindByImage(long imageId, CancellationToken ct);

    Task<IReadOnlyList<SystemImage>> ListOnLine(long lineId, CancellationToken ct);

    Task<IReadOnlyList<SystemImage>> ListAll(CancellationToken ct);
}

public interface IBillingCycles : IRepository<BillingCycle, BillingCycleId>;

/// <summary>Reads what a purchase is made of. Nothing is tracked, so that a later lock sees the rows as they are then.</summary>
public interface IOffers
{
    /// <summary>The parts that exist. Null when there is no such package.</summary>
    /// <param name="image">0 finds none.</param>
    /// <param name="cycle">0 finds none.</param>
    Task<Offer?> Find(PackageId package, SystemImageId image, BillingCycleId cycle, CancellationToken ct);
}

/// <summary>A package with what it is sold with.</summary>
public sealed record Offer(Package Package, PlanGroup Group, Region Region, SystemImage? Image, BillingCycle? Cycle);
