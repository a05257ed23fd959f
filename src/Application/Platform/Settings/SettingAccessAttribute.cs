namespace VpsPanel.Application.Platform.Settings;

/// <summary>The permissions for the keys of a <c>*Settings</c> class, which are those of the routes made for them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SettingAccessAttribute(string view, string change) : Attribute
{
    public string View { get; } = view;

    public string Change { get; } = change;
}
