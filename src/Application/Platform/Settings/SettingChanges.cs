namespace VpsPanel.Application.Platform.Settings;

/// <summary>Whether the command at hand has changed any setting: one that leaves all as they were is not worth an audit row.</summary>
public sealed class SettingChanges
{
    public bool Any { get; private set; }

    public void Note() => Any = true;
}
