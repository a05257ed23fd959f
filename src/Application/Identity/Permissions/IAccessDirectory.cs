using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Permissions;

/// <summary>What a session may do right now; null once it is over or its user is not active.</summary>
public interface IAccessDirectory
{
    /// <summary>At most 5 seconds old.</summary>
    ValueTask<Access?> Find(SessionId session, CancellationToken ct);

    /// <summary>Forgets what this process knows of the user's sessions.</summary>
    void Invalidate(UserId user);

    void InvalidateAll();
}
