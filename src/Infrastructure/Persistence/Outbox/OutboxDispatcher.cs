using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Infrastructure.Jobs;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

/// <summary>Keeps a few deliveries going, from the commit on that wrote a message.</summary>
internal sealed partial class OutboxDispatcher(
    OutboxDelivery delivery, ReactionCatalog catalog, ILogger<OutboxDispatcher> log, TimeProvider clock)
    : WorkLoops(2, clock), ICommitListener
{
    public void Committed(IReadOnlyList<CommittedEvent> events) =>
        Wake(events.Any(committed => catalog.For(committed.Event).Any()) ? 1 : 0);

    protected override Task<bool> WorkOnce(CancellationToken ct) => delivery.DeliverNext(ct);

    [LoggerMessage(LogLevel.Error, "An outbox pass failed")]
    protected override partial void LogBroke(Exception error);
}
