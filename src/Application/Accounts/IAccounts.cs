using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;

namespace VpsPanel.Application.Accounts;

public interface IUsers : IRepository<User, UserId>
{
    /// <summary>By username or e-mail address, without regard to case.</summary>
    Task<User?> FindByLogin(string login, CancellationToken ct);
}

public interface ISessions : IRepository<Session, SessionId>;

public interface IPermissionGroups : IRepository<PermissionGroup, PermissionGroupId>;

/// <summary>Slow, salted hashes; the format carries its own parameters.</summary>
public interface IPasswords
{
    string Hash(string password);

    bool Verify(string hash, string password);
}

/// <summary>Signs access tokens.</summary>
public interface IAccessTokens
{
    AccessToken Issue(User user, SessionId session);
}

/// <summary>A signed token and how long it works.</summary>
public sealed record AccessToken(string Text, TimeSpan Lifetime);

/// <summary>What a session may do right now; null once it is over or its user is not active.</summary>
public interface IAccessDirectory
{
    /// <summary>At most 5 seconds old.</summary>
    ValueTask<Access?> Find(SessionId session, CancellationToken ct);

    /// <summary>Forgets what this process knows of the user's sessions.</summary>
    void Forget(UserId user);
}

/// <summary>The rights behind a token, read from current data.</summary>
public sealed record Access(
    long SessionId, long UserId, string Username, bool IsUser, bool IsAdmin, bool IsPrimaryAdmin, string Grants)
{
    public bool May(string code) => IsAdmin && (IsPrimaryAdmin || PermissionGroup.Covers(Grants.Split('\n'), code));
}
