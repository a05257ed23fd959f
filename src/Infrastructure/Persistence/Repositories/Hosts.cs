using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class VpsStore(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<Vps, VpsId>(db, work, dialect), IVpsStore
{
    public Task<Vps?> Peek(VpsId id, CancellationToken ct) => Set.AsNoTracking().FirstOrDefaultAsync(vps => vps.Id == id, ct);

    public Task<Vps?> FindByItem(OrderItemId item, CancellationToken ct) => Set.FirstOrDefaultAsync(vps => vps.OrderItemId == item, ct);

    public Task<Vps?> FindByInstance(string instanceId, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(vps => vps.AutomationInstanceId == instanceId, ct);

    public async Task<IReadOnlyList<Vps>> FindByItems(IReadOnlyList<OrderItemId> items, CancellationToken ct) =>
        await Set.Where(vps => vps.OrderItemId != null && items.Contains(vps.OrderItemId.Value)).OrderBy(vps => vps.Id).ToListAsync(ct);
}

internal sealed class ProvisionJobs(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<ProvisionJob, ProvisionJobId>(db, work, dialect), IProvisionJobs
{
    public Task<ProvisionJob?> FindByItem(OrderItemId item, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(job => job.OrderItemId == item, ct);
}
