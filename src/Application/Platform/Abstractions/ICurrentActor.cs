using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Who sent the message at hand, and from where.</summary>
public interface ICurrentActor
{
    Actor Actor { get; }

    ActorKind Kind => Actor.Kind;

    UserId UserId => Actor.UserId;

    /// <summary>Ties the log, the audit row and the error body of one request together.</summary>
    string RequestId { get; }

    /// <summary>The caller's address; null inside the process.</summary>
    string? Address { get; }
}
