using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions;

public interface IPlanChangeQuotes : IRepository<PlanChangeQuote, PlanChangeQuoteId>
{
    /// <summary>Those of the subscription, which a new one replaces.</summary>
    Task RemoveOf(SubscriptionId subscription, CancellationToken ct);
}
