namespace VpsPanel.Application.Platform.Settings;

/// <summary>Anyone may know the value of the setting in this field.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class PublicSettingAttribute : Attribute;
