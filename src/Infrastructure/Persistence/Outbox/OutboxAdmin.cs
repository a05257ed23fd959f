using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Outbox;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

internal sealed class OutboxAdmin(PanelDb db, EfUnitOfWork work, OutboxDispatcher dispatcher, TimeProvider clock) : IOutbox
{
    public async Task<bool> Resend(long id, CancellationToken ct)
    {
        // A delivery under way holds the row: wait for its end, which may have deleted it.
        await work.Lock("outbox_messages", id, ct);
        if (await db.Set<OutboxMessage>().FirstOrDefaultAsync(message => message.Id == id, ct) is not { } message)
            return false;

        message.Resend(clock.GetUtcNow());
        work.AfterCommit(dispatcher.Wake);
        return true;
    }
}
