namespace VpsPanel.Infrastructure.Jobs.Lanes;

/// <summary>Messages of one kind that this process delivers by itself, from the commit on that wrote them.</summary>
internal interface ILane
{
    /// <summary>As it stands in background jobs: lower-case words with hyphens.</summary>
    string Name { get; }

    /// <summary>When the next message is due that could be delivered; null when none waits.</summary>
    Task<DateTimeOffset?> NextDue(CancellationToken ct);

    /// <summary>Delivers the next messages, or counts a failed try: how many it dealt with, 0 when none is due.</summary>
    Task<int> DeliverNext(CancellationToken ct);
}
