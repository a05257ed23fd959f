using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

/// <summary>Writes one message for each reaction that waits for the event.</summary>
internal sealed class OutboxRecorder(ReactionCatalog catalog, ICurrentActor actor, TimeProvider clock) : IEventRecorder
{
    public IEnumerable<object> Rows(AggregateRoot source, IDomainEvent happened) =>
        catalog.For(happened).Select(name => OutboxMessage.Of(source, happened, name, actor.RequestId, clock.GetUtcNow()));
}
