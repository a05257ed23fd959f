using VpsPanel.Application.Settings;

namespace VpsPanel.Application.Debug;

public static class DebugSettings
{
    public static readonly Setting<bool?> Enabled =
        SettingKinds.Switch("debug_enabled", false, "Whether the debug logs can be read and every exchange with upstream is logged.");
}
