using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;

namespace VpsPanel.Application.Accounts;

public interface IUsers : IRepository<User, UserId>
{
    /// <summary>By username or e-mail address, without regard to case. A copy to look at: changes to it are not stored.</summary>
    Task<User?> FindByLogin(string login, CancellationToken ct);

    /// <summary>Whether somebody else has the name or the address, in either place.</summary>
    Task<bool> IsTaken(string login, UserId besides, CancellationToken ct);

    /// <summary>The admin with the lowest id, who may do everything; null before the installation.</summary>
    Task<UserId?> PrimaryAdmin(CancellationToken ct);
}

public interface ISessions : IRepository<Session, SessionId>
{
    /// <summary>The user's sessions that are not revoked.</summary>
    Task<IReadOnlyList<Session>> ListOf(UserId user, CancellationToken ct);
}

public interface IPermissionGroups : IRepository<PermissionGroup, PermissionGroupId>
{
    Task<PermissionGroup?> FindByName(string name, CancellationToken ct);

    Task<bool> IsUsed(PermissionGroupId id, CancellationToken ct);
}

public interface IPermissions : IRepository<Permission, PermissionId>
{
    Task<Permission?> FindByCode(string code, CancellationToken ct);

    Task<IReadOnlyList<Permission>> List(CancellationToken ct);

    /// <summary>Stores those whose code is not stored yet, in one statement.</summary>
    Task AddMissing(IReadOnlyList<Permission> permissions, CancellationToken ct);
}

public interface IApiKeys : IRepository<ApiKey, ApiKeyId>
{
    Task<ApiKey?> FindByHash(string hash, CancellationToken ct);
}

public interface ICaptchas : IRepository<Captcha, CaptchaId>
{
    Task<Captcha?> FindByPublicId(string publicId, CancellationToken ct);
}

public interface IPasswordResets : IRepository<PasswordReset, PasswordResetId>
{
    Task<PasswordReset?> FindByHash(string hash, CancellationToken ct);

    /// <summary>Those of the user that can still be used.</summary>
    Task<IReadOnlyList<PasswordReset>> ListOpen(UserId user, CancellationToken ct);
}

/// <summary>Slow, salted hashes; the format carries its own parameters.</summary>
public interface IPasswords
{
    string Hash(string password);

    bool Verify(string hash, string password);

    /// <summary>Takes as long as a check that fails, for accounts that do not exist.</summary>
    void Waste(string password);
}

/// <summary>Signs access tokens.</summary>
public interface IAccessTokens
{
    AccessToken Issue(User user, SessionId session);
}

/// <summary>A signed token and how long it works.</summary>
public sealed record AccessToken(string Text, TimeSpan Lifetime);

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

/// <summary>
/// Counts tries that are to be limited, on all nodes together. Writes at once and outside the command's transaction, because the
/// commands that need counting are those that fail.
/// </summary>
public interface IAttemptLog
{
    Task Record(string kind, string subject, CancellationToken ct);

    /// <summary>
    /// How long the subject has to wait because of <paramref name="limit"/> tries within the window; null when it may go on.
    /// </summary>
    Task<TimeSpan?> Wait(string kind, string subject, int limit, TimeSpan window, CancellationToken ct);
}

/// <summary>What a session may do right now; null once it is over or its user is not active.</summary>
public interface IAccessDirectory
{
    /// <summary>At most 5 seconds old.</summary>
    ValueTask<Access?> Find(SessionId session, CancellationToken ct);

    /// <summary>Forgets what this process knows of the user's sessions.</summary>
    void Forget(UserId user);

    void ForgetAll();
}

/// <summary>The rights behind a token, read from current data.</summary>
public sealed record Access(
    long SessionId, long UserId, string Username, bool IsUser, bool IsAdmin, bool IsPrimaryAdmin, string Grants)
{
    public IReadOnlyList<string> GrantList => IsPrimaryAdmin ? ["*"] : Grants.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool May(string code) => IsAdmin && PermissionGroup.Covers(GrantList, code);
}

/// <summary>The rights behind an API key, read from current data.</summary>
public interface IKeyDirectory
{
    /// <summary>At most 5 seconds old; null for an unknown key. Notes the use.</summary>
    ValueTask<ApiKeyAccess?> Find(string rawKey, CancellationToken ct);

    void ForgetAll();
}

public sealed record ApiKeyAccess(long Id, string Name, string Status, string Scopes, string Grants)
{
    public bool IsActive => Status == "active";

    public bool HasScope(string scope) => Scopes.Split('\n').Contains(scope);

    public bool May(string code) => PermissionGroup.Covers(Grants.Split('\n', StringSplitOptions.RemoveEmptyEntries), code);
}

/// <summary>The permission codes that the routes ask for.</summary>
public interface IPermissionCodes
{
    IReadOnlyList<string> All { get; }
}

/// <summary>Draws the text of a captcha as a PNG of 120 × 40 pixels.</summary>
public interface ICaptchaImages
{
    byte[] Draw(string code);
}

/// <summary>Chooses what a captcha asks for.</summary>
public interface ICaptchaCodes
{
    string Next();
}

public interface ISetups : IRepository<Setup, SetupId>
{
    /// <summary>The one row, held; null before it is announced.</summary>
    Task<Setup?> TakeOnly(CancellationToken ct);
}

/// <summary>Whether there is an administrator. Once there is one the answer never changes again.</summary>
public interface IInstallGate
{
    ValueTask<bool> IsInstalled(CancellationToken ct);
}

/// <summary>Tries out a database that somebody names.</summary>
public interface IDatabaseProbe
{
    /// <summary>What is wrong in general words, or null. Takes three seconds at most.</summary>
    Task<string?> Complain(string type, string connectionString, CancellationToken ct);
}
