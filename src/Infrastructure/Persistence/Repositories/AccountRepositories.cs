using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Accounts;
using VpsPanel.Domain.Accounts;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Users(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<User, UserId>(db, work, dialect), IUsers
{
    public Task<User?> FindByLogin(string login, CancellationToken ct)
    {
        var key = User.Fold(login);
        return Set.FirstOrDefaultAsync(user => user.UsernameKey == key || user.EmailKey == key, ct);
    }
}

internal sealed class Sessions(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<Session, SessionId>(db, work, dialect), ISessions;

internal sealed class PermissionGroups(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<PermissionGroup, PermissionGroupId>(db, work, dialect), IPermissionGroups;
