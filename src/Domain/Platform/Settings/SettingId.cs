using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Platform.Settings;

public readonly record struct SettingId(long Value) : IId<SettingId>
{
    public static SettingId From(long value) => new(value);
}
