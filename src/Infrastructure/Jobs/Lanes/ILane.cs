namespace VpsPanel.Infrastructure.Jobs.Lanes;

/// <summary>Messages of one kind that this process delivers by itself, from the commit on that wrote them.</summary>
internal interface ILane
{
    /// <summary>As it stands in background jobs: lower-case words with hyphens.</summary>
    string Name { get; }

    /// <summary>When the next message is due that could be delivered; null when none waits.</summary>
    Task<DateTimeOffset?> NextDue(CancellationToken ct);

    /// <summary>Delivers one message; false when none is due.</summary>
    Task<bool> DeliverNext(CancellationToken ct);
}
