using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Identity.ApiKeys;
using VpsPanel.Application.Identity.Captchas;
using VpsPanel.Application.Identity.Installation;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.ApiKeys;
using VpsPanel.Domain.Identity.Captchas;
using VpsPanel.Domain.Identity.Installation;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Users(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<User, UserId>(db, work, dialect), IUsers
{
    public Task<User?> FindByLogin(string login, CancellationToken ct)
    {
        var key = User.Fold(login);
        return Set.AsNoTracking().FirstOrDefaultAsync(user => user.UsernameKey == key || user.EmailKey == key, ct);
    }

    public Task<bool> IsTaken(string login, UserId besides, CancellationToken ct)
    {
        var key = User.Fold(login);
        return Set.AnyAsync(user => user.Id != besides && (user.UsernameKey == key || user.EmailKey == key), ct);
    }

    public async Task<UserId?> PrimaryAdmin(CancellationToken ct) =>
        await Set.Where(user => user.IsAdmin).OrderBy(user => user.Id).Select(user => (UserId?)user.Id).FirstOrDefaultAsync(ct);
}

internal sealed class Sessions(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<Session, SessionId>(db, work, dialect), ISessions
{
    public async Task<IReadOnlyList<Session>> ListOf(UserId user, CancellationToken ct) =>
        await Set.Where(session => session.UserId == user && session.RevokedAt == null).ToListAsync(ct);
}

internal sealed class PermissionGroups(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<PermissionGroup, PermissionGroupId>(db, work, dialect), IPermissionGroups
{
    private readonly PanelDb _db = db;

    public Task<PermissionGroup?> FindByName(string name, CancellationToken ct)
    {
        var wanted = name.Trim();
        return Set.FirstOrDefaultAsync(group => group.Name == wanted, ct);
    }

    public async Task<bool> IsUsed(PermissionGroupId id, CancellationToken ct) =>
        await _db.Set<User>().AnyAsync(user => user.PermissionGroupId == id, ct)
        || await _db.Set<ApiKey>().AnyAsync(key => key.PermissionGroupId == id, ct);
}

internal sealed class Permissions(PanelDb db, EfUnitOfWork work, IDialect dialect, TimeProvider clock)
    : Repository<Permission, PermissionId>(db, work, dialect), IPermissions
{
    private readonly PanelDb _db = db;
    private readonly EfUnitOfWork _work = work;

    public Task<Permission?> FindByCode(string code, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(permission => permission.Code == code, ct);

    public async Task<IReadOnlyList<Permission>> List(CancellationToken ct) =>
        await Set.AsNoTracking().OrderBy(permission => permission.Code).ToListAsync(ct);

    public async Task AddMissing(IReadOnlyList<Permission> permissions, CancellationToken ct)
    {
        await _work.Begin(ct);
        var values = new List<object> { clock.GetUtcNow() };
        var rows = new List<string>();
        foreach (var permission in permissions)
        {
            object[] row =
                [permission.Code, permission.Name, permission.FriendlyName, permission.Category, permission.ParentCode, permission.SortOrder];
            rows.Add(string.Concat(
                "select ", string.Join(", ", row.Select((_, column) => $"{{{values.Count + column}}}")), ", 1, {0}, {0} ",
                $"where not exists (select 1 from permissions p where p.code = {{{values.Count}}})"));
            values.AddRange(row);
        }

        // A race with another sync is lost in the unique index and run again.
        var insert = string.Concat(
            "insert into permissions (code, name, friendly_name, category, parent_code, sort_order, row_version, created_at, updated_at) ",
            string.Join(" union all ", rows));
        await _work.Run(() => _db.Database.ExecuteSqlRawAsync(insert, values, ct));
    }
}

internal sealed class ApiKeys(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<ApiKey, ApiKeyId>(db, work, dialect), IApiKeys
{
    public Task<ApiKey?> FindByHash(string hash, CancellationToken ct) => Set.FirstOrDefaultAsync(key => key.KeyHash == hash, ct);
}

internal sealed class Captchas(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<Captcha, CaptchaId>(db, work, dialect), ICaptchas
{
    public Task<Captcha?> FindByPublicId(string publicId, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(captcha => captcha.PublicId == publicId, ct);
}

internal sealed class PasswordResets(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<PasswordReset, PasswordResetId>(db, work, dialect), IPasswordResets
{
    public Task<PasswordReset?> FindByHash(string hash, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(reset => reset.TokenHash == hash, ct);

    public async Task<IReadOnlyList<PasswordReset>> ListOpen(UserId user, CancellationToken ct) =>
        await Set.Where(reset => reset.UserId == user && reset.UsedAt == null).ToListAsync(ct);
}

internal sealed class Setups(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<Setup, SetupId>(db, work, dialect), ISetups
{
    public async Task<Setup?> TakeOnly(CancellationToken ct) =>
        await Set.OrderBy(setup => setup.Id).Select(setup => (SetupId?)setup.Id).FirstOrDefaultAsync(ct) is { } id ? await FindForUpdate(id, ct) : null;
}
