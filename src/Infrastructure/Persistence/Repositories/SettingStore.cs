using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Platform.Settings;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class SettingStore(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<StoredSetting, SettingId>(db, work, dialect), ISettingStore
{
    public async Task<StoredSetting?> FindByKey(string key, CancellationToken ct) =>
        Set.Local.FirstOrDefault(setting => setting.SettingKey == key) ?? await Set.FirstOrDefaultAsync(setting => setting.SettingKey == key, ct);
}
