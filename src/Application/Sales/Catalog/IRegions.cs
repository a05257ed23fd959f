using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

public interface IRegions : IRepository<Region, RegionId>
{
    /// <summary>By the unique code, as it is written.</summary>
    Task<Region?> FindByCode(string code, CancellationToken ct);

    Task<IReadOnlyList<Region>> ListAll(CancellationToken ct);

    Task<bool> HasAny(CancellationToken ct);
}
