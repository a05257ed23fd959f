using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Sales.Plans;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Plans(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<Plan, PlanId>(db, work, dialect), IPlans
{
    public Task<Plan?> FindBySlug(string slug, CancellationToken ct) => Set.FirstOrDefaultAsync(plan => plan.Slug == slug, ct);
}

internal sealed class Subscriptions(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<Subscription, SubscriptionId>(db, work, dialect), ISubscriptions
{
    public async Task<Subscription?> FindOfForUpdate(UserId user, PlanId plan, CancellationToken ct)
    {
        var id = await Set.Where(subscription => subscription.UserId == user && subscription.PlanId == plan)
            .Select(subscription => (SubscriptionId?)subscription.Id)
            .FirstOrDefaultAsync(ct);
        return id is { } found ? await FindForUpdate(found, ct) : null;
    }

    // What is only looked at is not kept: a lock that comes later would be given this state instead of the one behind the lock.
    public Task<Subscription?> FindOf(UserId user, PlanId plan, CancellationToken ct) =>
        Set.AsNoTracking().FirstOrDefaultAsync(subscription => subscription.UserId == user && subscription.PlanId == plan, ct);

    public Task<Subscription?> FindByTokenHash(string hash, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(subscription => subscription.TokenHash == hash, ct);
}

internal sealed class PlanChangeQuotes(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<PlanChangeQuote, PlanChangeQuoteId>(db, work, dialect), IPlanChangeQuotes
{
    public async Task RemoveOf(SubscriptionId subscription, CancellationToken ct) =>
        Set.RemoveRange(await Set.Where(quote => quote.SubscriptionId == subscription).ToListAsync(ct));
}
