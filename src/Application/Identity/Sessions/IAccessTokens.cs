using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions;

/// <summary>Signs access tokens.</summary>
public interface IAccessTokens
{
    AccessToken Issue(User user, SessionId session);
}
