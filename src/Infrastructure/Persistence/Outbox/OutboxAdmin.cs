using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Platform.Outbox;
using VpsPanel.Infrastructure.Signals;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

internal sealed class OutboxAdmin(
    PanelDb db, EfUnitOfWork work, OutboxDispatcher dispatcher, INodeSignals nodes, TimeProvider clock) : IOutbox
{
    public async Task<bool> Resend(long id, CancellationToken ct)
    {
        // A delivery under way holds the row: wait for its end, which may have deleted it.
        await work.Lock("outbox_messages", id, ct);
        if (await db.Set<OutboxMessage>().FirstOrDefaultAsync(message => message.Id == id, ct) is not { } message)
            return false;

        message.Resend(clock.GetUtcNow());

        // No event tells of it, and nobody looks at the table unasked.
        work.AfterCommit(() =>
        {
            dispatcher.Resent();
            nodes.Send(dispatcher.Token);
        });
        return true;
    }
}
