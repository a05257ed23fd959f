using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Settings;

namespace VpsPanel.Application.Settings;

public interface ISettingStore : IRepository<StoredSetting, SettingId>
{
    Task<StoredSetting?> FindByKey(string key, CancellationToken ct);
}
