namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Told of the events of a transaction just after it committed: for wake-ups and caches of this process only.</summary>
public interface ICommitListener
{
    /// <summary>Must be quick and must not throw; what may not be lost belongs into a reaction.</summary>
    void Committed(IReadOnlyList<CommittedEvent> events);
}
