using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Catalog.Sync;
using VpsPanel.Domain.Catalog;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class SyncTurns(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<SyncTurn, SyncTurnId>(db, work, dialect), ISyncTurns
{
    public async Task<SyncTurn> ForUpdate(CancellationToken ct)
    {
        var id = await Set.OrderBy(turn => turn.Id).Select(turn => (SyncTurnId?)turn.Id).FirstOrDefaultAsync(ct);
        if (id is { } known && await FindForUpdate(known, ct) is { } turn)
            return turn;

        // Two that find none meet at the unique name; the loser runs again and finds it.
        var made = SyncTurn.New();
        await Add(made, ct);
        return made;
    }
}
