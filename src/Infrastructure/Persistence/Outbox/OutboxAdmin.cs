using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Outbox;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

internal sealed class OutboxAdmin(PanelDb db, EfUnitOfWork work, IDialect dialect, TimeProvider clock) : IOutbox
{
    public async Task<bool> Resend(long id, CancellationToken ct)
    {
        await work.Begin(ct);

        // A delivery under way holds the row: wait for its end, which may have deleted it.
        await db.Database.ExecuteSqlRawAsync(dialect.LockRow("outbox_messages"), [id], ct);
        if (await db.Set<OutboxMessage>().FirstOrDefaultAsync(message => message.Id == id, ct) is not { } message)
            return false;

        message.Resend(clock.GetUtcNow());
        return true;
    }
}
