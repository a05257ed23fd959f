using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions;

public interface ISubscriptions : IRepository<Subscription, SubscriptionId>
{
    /// <summary>The user's subscription of the plan, held until the transaction ends.</summary>
    Task<Subscription?> FindOfForUpdate(UserId user, PlanId plan, CancellationToken ct);

    Task<Subscription?> FindOf(UserId user, PlanId plan, CancellationToken ct);

    Task<Subscription?> FindByTokenHash(string hash, CancellationToken ct);
}
