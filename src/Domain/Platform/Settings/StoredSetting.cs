using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Platform.Settings;

/// <summary>A setting that was changed from its default. One that never was has no row.</summary>
[StreamName("stored_setting")]
public sealed class StoredSetting : AggregateRoot<SettingId>
{
    private StoredSetting()
    {
    }

    public string SettingKey { get; private set; } = "";

    /// <summary>Sealed when the setting is secret.</summary>
    public string Value { get; private set; } = "";

    public static StoredSetting Create(string key, string value)
    {
        var setting = new StoredSetting { SettingKey = key };
        setting.Change(value);
        return setting;
    }

    public void Change(string value)
    {
        Value = value;
        Raise(new SettingChanged(SettingKey));
    }
}
