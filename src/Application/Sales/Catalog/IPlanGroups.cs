using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

public interface IPlanGroups : IRepository<PlanGroup, PlanGroupId>
{
    /// <summary>By the upstream's number of the line, which is above 0.</summary>
    Task<PlanGroup?> FindByLine(long lineId, CancellationToken ct);

    Task<IReadOnlyList<PlanGroup>> ListAll(CancellationToken ct);

    Task<bool> HasAnyIn(RegionId region, CancellationToken ct);

    /// <summary>Whether its stock never ends, so that buyers need not queue for its row. False when there is none.</summary>
    Task<bool> IsUnlimited(PlanGroupId id, CancellationToken ct);
}
