using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Platform.Settings;

/// <summary>A setting was given a value; the value stays out, since it may be a secret.</summary>
[EventName("setting.changed")]
public sealed record SettingChanged(string SettingKey) : IDomainEvent;
