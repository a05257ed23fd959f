using VpsPanel.Application.Settings;

namespace VpsPanel.Application.Robot;

public static class RobotSettings
{
    public static readonly Setting<bool?> Enabled =
        SettingKinds.Switch("robot_webhook_enabled", false, "Whether chat robots may review orders.");

    public static readonly Setting<string> Secret = SettingKinds.Text(
        "robot_webhook_secret", "", "Signs what robots send and what they are sent; without it their API key alone counts.", 256, secret: true);

    public static readonly Setting<decimal?> MaxAmount = SettingKinds.Decimal(
        "robot_max_amount", 0, "The largest order in yuan that a robot may approve; 0 for no limit.", 0, 1_000_000_000);
}
