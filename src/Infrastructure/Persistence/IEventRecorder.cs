using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>Turns an event into rows of the transaction that raised it. The aggregate's id is known by then.</summary>
internal interface IEventRecorder
{
    IEnumerable<object> Rows(AggregateRoot source, IDomainEvent happened);
}
