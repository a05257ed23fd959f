using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class SyncLeases(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<SyncLease, SyncLeaseId>(db, work, dialect), ISyncLeases
{
    public async Task<SyncLease> ForUpdate(CancellationToken ct)
    {
        var id = await Set.OrderBy(lease => lease.Id).Select(lease => (SyncLeaseId?)lease.Id).FirstOrDefaultAsync(ct);
        if (id is { } known && await FindForUpdate(known, ct) is { } lease)
            return lease;

        // Two that find none meet at the unique name; the loser runs again and finds it.
        var made = SyncLease.New();
        await Add(made, ct);
        return made;
    }
}
