using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Jobs.Lanes;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

/// <summary>One lane of the outbox, for the background job that makes up for a dispatcher that is not there.</summary>
internal sealed class OutboxLaneDelivery(OutboxLane lane, OutboxDelivery delivery, ReactionCatalog catalog) : ILane
{
    private readonly string[] _reactions = catalog.Names(lane);

    public string Name { get; } = $"outbox-{WireNames.Of(lane)}";

    public Task<DateTimeOffset?> NextDue(CancellationToken ct) => delivery.NextDue(_reactions, ct);

    public async Task<int> DeliverNext(CancellationToken ct) =>
        (await delivery.Deliver(_reactions, OutboxDelivery.MaxBatch, ct)).Settled;
}
