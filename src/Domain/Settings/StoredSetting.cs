using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Settings;

public readonly record struct SettingId(long Value) : IId<SettingId>
{
    public static SettingId From(long value) => new(value);
}

/// <summary>A setting was given a value; the value stays out, since it may be a secret.</summary>
[EventName("setting.changed")]
public sealed record SettingChanged(string SettingKey) : IDomainEvent;

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
