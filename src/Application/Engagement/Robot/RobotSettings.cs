using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Robot;

[SettingAccess("robot.view", "robot.update")]
public static class RobotSettings
{
    public static readonly Setting<Money?> MaxAmount = SettingKinds.Amount(
        "robot_max_amount", 0, "Largest order total in yuan that a robot may approve; 0 for no limit.", 100_000_000_000);
}
