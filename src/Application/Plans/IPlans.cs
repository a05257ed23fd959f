using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Plans;

namespace VpsPanel.Application.Plans;

public interface IPlans : IRepository<Plan, PlanId>
{
    /// <summary>By the unique slug, in lower case.</summary>
    Task<Plan?> FindBySlug(string slug, CancellationToken ct);
}
