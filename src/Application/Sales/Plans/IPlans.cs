using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Application.Sales.Plans;

public interface IPlans : IRepository<Plan, PlanId>
{
    /// <summary>By the unique slug, in lower case.</summary>
    Task<Plan?> FindBySlug(string slug, CancellationToken ct);
}
