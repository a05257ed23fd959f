using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
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
    // A running one is due when its claim has lapsed.
    private const string Due = "status in ('pending', 'retry', 'running') and next_run_at <= @now and (@only is null or action = @only)";

    private readonly PanelDb _db = db;
    private readonly EfUnitOfWork _work = work;
    private readonly IDialect _dialect = dialect;

    public async Task<ProvisionJob?> NextDueForUpdate(OrderItemAction? only, DateTimeOffset now, CancellationToken ct)
    {
        await _work.Begin(ct);
        var claim = new CommandDefinition(
            _dialect.ClaimIds("provision_jobs", Due, "next_run_at, id"),
            new { now, only = only is { } action ? WireNames.Of(action) : null, take = 1 },
            _db.Database.CurrentTransaction!.GetDbTransaction(),
            cancellationToken: ct);
        var id = await _db.Database.GetDbConnection().QueryFirstOrDefaultAsync<long?>(claim);
        return id is { } found ? await Find(new ProvisionJobId(found), ct) : null;
    }

    public Task<ProvisionJob?> FindByItem(OrderItemId item, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(job => job.OrderItemId == item, ct);
}
