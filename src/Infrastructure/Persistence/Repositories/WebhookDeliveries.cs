using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Domain.Engagement.Webhooks;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class WebhookDeliveries(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<WebhookDelivery, WebhookDeliveryId>(db, work, dialect), IWebhookDeliveries
{
    // One being sent is due when its claim has lapsed. Events of an order reach a hook in order, and one slow receiver never
    // takes all workers.
    private const string Due =
        """
        status in ('pending', 'sending') and next_attempt_at <= @now
        and not exists (
            select 1 from webhook_deliveries older
            where older.order_id = webhook_deliveries.order_id and older.hook = webhook_deliveries.hook
              and older.seq < webhook_deliveries.seq and older.status in ('pending', 'sending'))
        and (
            select count(*) from webhook_deliveries busy
            where busy.hook = webhook_deliveries.hook and busy.status = 'sending' and busy.next_attempt_at > @now) < 2
        """;

    private readonly PanelDb _db = db;
    private readonly EfUnitOfWork _work = work;
    private readonly IDialect _dialect = dialect;

    public async Task<WebhookDelivery?> NextDueForUpdate(DateTimeOffset now, CancellationToken ct)
    {
        await _work.Begin(ct);
        var claim = new CommandDefinition(
            _dialect.ClaimIds("webhook_deliveries", Due, "next_attempt_at, id"),
            new { now, take = 1 },
            _db.Database.CurrentTransaction!.GetDbTransaction(),
            cancellationToken: ct);
        var id = await _db.Database.GetDbConnection().QueryFirstOrDefaultAsync<long?>(claim);
        return id is { } found ? await Find(new WebhookDeliveryId(found), ct) : null;
    }

    public Task<bool> Has(string hook, string messageId, CancellationToken ct) =>
        Set.AnyAsync(delivery => delivery.Hook == hook && delivery.MessageId == messageId, ct);
}
