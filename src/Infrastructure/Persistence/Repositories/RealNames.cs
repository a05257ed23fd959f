using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.RealNames;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class RealNames(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<RealNameRecord, RealNameRecordId>(db, work, dialect), IRealNames
{
    public Task<RealNameRecord?> Latest(UserId user, CancellationToken ct) =>
        Set.Where(record => record.UserId == user).OrderByDescending(record => record.Id).FirstOrDefaultAsync(ct);
}
