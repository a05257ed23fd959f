using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Subscriptions;

namespace VpsPanel.Application.SubscriptionTemplates;

public interface ISubscriptionTemplates : IRepository<SubscriptionTemplate, SubscriptionTemplateId>
{
    /// <summary>Without regard to case.</summary>
    Task<SubscriptionTemplate?> FindByName(string clientType, string name, CancellationToken ct);

    Task<SubscriptionTemplate?> FindDefault(string clientType, CancellationToken ct);
}
