namespace VpsPanel.Application.Platform.Settings;

/// <summary>Before and after of one setting as an audit row may hold it: secrets are masks.</summary>
public sealed record SettingChange(string Key, string Before, string After);
