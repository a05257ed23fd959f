using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;

namespace VpsPanel.Application.Identity.Sessions;

/// <summary>Signs refresh tokens. The same session and number give the same token.</summary>
public interface IRefreshTokens
{
    TimeSpan Lifetime { get; }

    string Issue(Session session);

    /// <summary>The session that the token names; null for what is no token. Proves nothing yet.</summary>
    SessionId? SessionOf(string token);

    /// <summary>The number that the token has in this session; null when it was not signed here or for another session.</summary>
    int? GenerationOf(string token, Session session);
}
