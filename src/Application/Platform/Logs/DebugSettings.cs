using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Platform.Logs;

[SettingAccess("debug.view", "debug.update")]
public static class DebugSettings
{
    public static readonly Setting<bool?> Enabled =
        SettingKinds.Switch("debug_enabled", false, "Whether the debug logs can be read and every exchange with upstream is logged.");
}
