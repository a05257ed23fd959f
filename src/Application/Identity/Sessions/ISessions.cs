using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;

namespace VpsPanel.Application.Identity.Sessions;

public interface ISessions : IRepository<Session, SessionId>
{
    /// <summary>The user's sessions that are not revoked.</summary>
    Task<IReadOnlyList<Session>> ListOf(UserId user, CancellationToken ct);
}
