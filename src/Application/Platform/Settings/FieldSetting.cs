namespace VpsPanel.Application.Platform.Settings;

/// <summary>A field of a body that is kept as a setting.</summary>
/// <param name="Field">Its name as the client sends it.</param>
/// <param name="Text">Null leaves the setting as it is.</param>
public sealed record FieldSetting(string Field, Setting Setting, string? Text);
