using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Proxies.Templates;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class SubscriptionTemplates(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<SubscriptionTemplate, SubscriptionTemplateId>(db, work, dialect), ISubscriptionTemplates
{
    public Task<SubscriptionTemplate?> FindByName(string clientType, string name, CancellationToken ct)
    {
        var key = User.Fold(name);
        return Set.FirstOrDefaultAsync(template => template.ClientType == clientType && template.NameKey == key, ct);
    }

    public Task<SubscriptionTemplate?> FindDefault(string clientType, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(template => template.DefaultOf == clientType, ct);
}
