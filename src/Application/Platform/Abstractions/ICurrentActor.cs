using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Sessions;

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

    /// <summary>The session of a person; null for keys and inside the process.</summary>
    SessionId? Session { get; }

    /// <summary>What the group of an admin or an API key grants.</summary>
    IReadOnlyList<string> Grants { get; }

    /// <summary>Whether the caller has the permission. The system has each, and so has who installs it.</summary>
    bool May(string code) => Kind is ActorKind.System or ActorKind.Anonymous || PermissionGroup.Covers(Grants, code);
}
