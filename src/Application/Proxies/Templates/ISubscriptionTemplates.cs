using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Templates;

public interface ISubscriptionTemplates : IRepository<SubscriptionTemplate, SubscriptionTemplateId>
{
    /// <summary>Without regard to case.</summary>
    Task<SubscriptionTemplate?> FindByName(string clientType, string name, CancellationToken ct);

    Task<SubscriptionTemplate?> FindDefault(string clientType, CancellationToken ct);
}
