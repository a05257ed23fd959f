using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Users;

/// <summary>Signs people out.</summary>
public interface ISessionEnding
{
    /// <summary>Ends every session of the user but <paramref name="besides"/>.</summary>
    Task EndAll(UserId user, SessionId? besides, CancellationToken ct);
}
