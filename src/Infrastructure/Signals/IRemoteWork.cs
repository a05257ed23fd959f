using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Signals;

/// <summary>
/// Work that any node may do. The node that committed it starts at once; the others look a little later, in case that node died or
/// has more than it can do.
/// </summary>
internal interface IRemoteWork
{
    /// <summary>A word that tells this work from other work in a signal between nodes: lower-case letters only.</summary>
    string Token { get; }

    /// <summary>Whether the events brought such work.</summary>
    bool Concerns(IReadOnlyList<CommittedEvent> events);

    /// <summary>Another node committed such work. Must be quick and must not throw.</summary>
    void Noticed();
}
