using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions;

/// <summary>Signs access tokens.</summary>
public interface IAccessTokens
{
    /// <param name="atMost">The token lives no longer, whatever the configuration says; null for no such bound.</param>
    AccessToken Issue(User user, SessionId session, TimeSpan? atMost = null);
}
