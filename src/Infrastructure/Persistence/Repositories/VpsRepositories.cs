using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class VpsRepository(
    PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<Vps, VpsId>(db, work, dialect), IVpsRepository
{
    public Task<Vps?> FindAsNoTracking(VpsId id, CancellationToken ct) => Set.AsNoTracking().FirstOrDefaultAsync(vps => vps.Id == id, ct);

    public Task<Vps?> FindByItem(OrderItemId item, CancellationToken ct) => Set.FirstOrDefaultAsync(vps => vps.OrderItemId == item, ct);

    public Task<Vps?> FindByInstance(string instanceId, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(vps => vps.AutomationInstanceId == instanceId, ct);

    public async Task RecordSighting(VpsId id, DateTimeOffset seenAt, CancellationToken ct) =>
        await Set.Where(vps => vps.Id == id).ExecuteUpdateAsync(row => row.SetProperty(vps => vps.IdentityCheckedAt, seenAt), ct);

    public async Task<IReadOnlyList<Vps>> FindByItems(IReadOnlyList<OrderItemId> items, CancellationToken ct) =>
        await Set.Where(vps => vps.OrderItemId != null && items.Contains(vps.OrderItemId.Value)).OrderBy(vps => vps.Id).ToListAsync(ct);
}

internal sealed class ProvisionJobs(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<ProvisionJob, ProvisionJobId>(db, work, dialect), IProvisionJobs
{
    public Task<ProvisionJob?> FindByItem(OrderItemId item, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(job => job.OrderItemId == item, ct);
}
