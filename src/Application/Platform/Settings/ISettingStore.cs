using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Platform.Settings;

namespace VpsPanel.Application.Platform.Settings;

public interface ISettingStore : IRepository<StoredSetting, SettingId>
{
    Task<StoredSetting?> FindByKey(string key, CancellationToken ct);
}
