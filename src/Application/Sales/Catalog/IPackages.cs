using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

public interface IPackages : IRepository<Package, PackageId>
{
    /// <summary>By the upstream's number of the product, which is above 0.</summary>
    Task<Package?> FindByProduct(PlanGroupId group, long productId, CancellationToken ct);

    Task<bool> HasAnyIn(PlanGroupId group, CancellationToken ct);

    /// <summary>Whether its stock never ends, so that buyers need not queue for its row. False when there is none.</summary>
    Task<bool> IsUnlimited(PackageId id, CancellationToken ct);

    Task<IReadOnlyList<Package>> ListIn(PlanGroupId group, CancellationToken ct);
}
