using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Plans;
using VpsPanel.Domain.Subscriptions;

namespace VpsPanel.Application.Subscriptions;

public interface ISubscriptions : IRepository<Subscription, SubscriptionId>
{
    /// <summary>The user's subscription of the plan, held until the transaction ends.</summary>
    Task<Subscription?> FindOfForUpdate(UserId user, PlanId plan, CancellationToken ct);

    Task<Subscription?> FindOf(UserId user, PlanId plan, CancellationToken ct);

    Task<Subscription?> FindByTokenHash(string hash, CancellationToken ct);
}
